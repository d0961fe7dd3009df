import { builtinText } from '../protocol.js';
import { RULES } from '../rules/index.js';
import type { Session } from '../session.js';
import { isBuiltin } from '../workspace/builtin.js';
import type { Feature } from './feature.js';
import { explainRule } from './wording/rules.js';

/** The documents that ship with the engine, for an editor that shows them: official taxonomies, the library, a page on each rule. */
export const builtinDocuments: Feature = {
    capabilities: {},
    register(session) {
        session.answer(builtinText, null, ({ uri }) => (isBuiltin(uri) ? session.workspace.document(uri)?.text ?? rulePage(uri, session) : null));
    },
};

/**
 * Where a diagnostic's code leads: in an editor that shows built-in documents to the rule's own page, in the user's
 * language; in others to the page of all rules that lies beside the server.
 */
export function rulePageUri(rule: string, { showsBuiltinDocuments, rulesDocument }: Session): string | undefined {
    if (showsBuiltinDocuments) return `ptarget-builtin:/rules/${rule}.md`;
    return rulesDocument && `${rulesDocument}#${rule}`;
}

function rulePage(uri: string, session: Session): string | null {
    const rule = RULES.find(({ name }) => rulePageUri(name, session) === uri);
    if (!rule) return null;
    const silencing = session.say({
        zh: `在某一处不再提示：在那一行前面写 \`// ptarget-ignore ${rule.name}：理由\`，或者用快速修复写上。更改级别：设置 \`ptarget.diagnostics.severity\`，或项目文件 \`ptarget.config.json\`。`,
        en: `To silence it at one place, write \`// ptarget-ignore ${rule.name}：reason\` on the line before, or have the quick fix write it. To change its severity, use the setting \`ptarget.diagnostics.severity\` or the project file \`ptarget.config.json\`.`,
    });
    return `${explainRule(rule, session.say.bind(session))}\n\n${silencing}\n`;
}
