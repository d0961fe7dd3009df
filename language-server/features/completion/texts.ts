import { CompletionItemKind } from 'vscode-languageserver';
import type { Proposal } from './proposal.js';
import type { Situation } from './situation.js';
import { snippet, stop } from './snippet.js';

const LABELS = new Set(['总体绩效目标', '绩效目标', '其他任务', '内容', '目标', '说明', '依据']);

/** Behind the label of a text: the quotes of one with several lines. */
export function* texts({ cursor, say }: Situation): Generator<Proposal> {
    if (cursor.under !== 'nothing' || !cursor.endsLine || !LABELS.has(cursor.statement.at(-1)?.image ?? '')) return;
    yield {
        label: '"""',
        kind: CompletionItemKind.Text,
        insert: snippet`"""\n\t${stop()}\n"""`,
        description: say({ zh: '多行文字', en: 'text of several lines' }),
    };
}
