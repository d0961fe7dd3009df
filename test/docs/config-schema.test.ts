import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { RULES, SEVERITIES } from '../../language-server/index.js';
import { PROFILES } from '../../language-server/workspace/settings.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** syntaxes/ptarget.config.schema.json, made from the rules; `npx vitest run test/docs -u` renews it. */
it('the schema of ptarget.config.json knows every setting and rule', async () => {
    const severity = { enum: [...SEVERITIES, 'off'] };
    const schema = {
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: 'ptarget.config.json',
        type: 'object',
        additionalProperties: false,
        properties: {
            $schema: { type: 'string' },
            profile: { enum: [...PROFILES], description: '起草：缺少内容为警告；送审：缺少内容为错误。Drafting or submission: what is missing is a warning or an error.' },
            taxonomy: { type: 'string', description: '部门没有写明时采用的指标体系。The taxonomy of departments that do not name one.' },
            minimumIndicators: { type: 'integer', minimum: 0, description: '项目指标的最少个数。Projects with fewer indicators are reported.' },
            compareProjectsWithBudget: { type: 'boolean', description: '是否比较部门项目支出与各项目合计。Whether 项目支出 is compared with the sum of the projects.' },
            severity: {
                type: 'object',
                additionalProperties: false,
                description: '各条规则的级别。Severity by rule.',
                properties: Object.fromEntries(RULES.map((rule) => [rule.name, { ...severity, description: `${rule.title.zh} ${rule.title.en}` }])),
            },
        },
    };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(join(ROOT, 'syntaxes/ptarget.config.schema.json'));
});
