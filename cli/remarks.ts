import type { DecodedText, TargetDocument, Wording } from '../language-server/index.js';
import { isForeign } from './worded-findings.js';

/** Editors take files for UTF-8; in another encoding their Chinese would look broken there. */
export function remarksOnEncoding(encoding: DecodedText['encoding']): Wording[] {
    if (encoding === 'utf-8') return [];
    const name = encoding.toUpperCase();
    return [{ zh: `按 ${name} 编码读取；请另存为 UTF-8，否则编辑器中会显示乱码`, en: `read as ${name}; save it as UTF-8, or editors show it garbled` }];
}

/** Text in which no declaration was found, so that few rules or none have anything to say about it. */
export function remarksOnContent(text: string, document: TargetDocument): Wording[] {
    if (text.trim() === '') {
        return [{ zh: '空文件，没有可检查的内容', en: 'an empty file; there is nothing to check' }];
    }
    if (document.blocks.every((block) => block.declarations.length === 0)) {
        return [{ zh: '只有注释，没有部门或项目', en: 'only comments; there is no 部门 or 项目' }];
    }
    return isForeign(document) ? [{ zh: '没有找到部门或项目，看来不是 .ptarget 文本', en: 'there is no 部门 or 项目; this does not seem to be .ptarget text' }] : [];
}
