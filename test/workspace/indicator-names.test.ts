import { expect, it } from 'vitest';
import { Workspace } from '../../language-server/index.js';
import { printValue } from '../../language-server/domain/value.js';

function file(...values: string[]): string {
    return values.map((value, index) => `项目 "${index}" {\n    绩效指标 {\n        产出指标 {\n            数量指标 "抽查批次"  ${value}\n        }\n    }\n}\n`).join('');
}

function valueIn(workspace: Workspace): string | undefined {
    const value = workspace.indicatorNames.find('数量指标', '抽查批次')?.value;
    return value && printValue(value);
}

it('the value of a name is that of a line that is still there', () => {
    const workspace = new Workspace();
    workspace.begin('file:///a.ptarget', file('≥100批次'));
    workspace.readOn(Infinity);
    workspace.begin('file:///b.ptarget', file('≥200批次', '≥300批次', '≥200批次'));
    workspace.readOn(Infinity);
    expect(valueIn(workspace)).toBe('≥100批次');
    workspace.close('file:///a.ptarget');
    expect(valueIn(workspace)).toBe('≥200批次');
    workspace.open('file:///b.ptarget', file('≥300批次'), 1);
    expect(valueIn(workspace)).toBe('≥300批次');
    workspace.close('file:///b.ptarget');
    expect(valueIn(workspace)).toBeUndefined();
});
