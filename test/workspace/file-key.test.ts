import { expect, it } from 'vitest';
import { Workspace } from '../../language-server/index.js';
import { fileKey, foldersOf, isUnder } from '../../language-server/workspace/file-key.js';

const ENCODED = 'file:///c%3A/%E9%A2%84%E7%AE%97/%E6%B1%87%E6%80%BB%281%29.ptarget';
const PLAIN = 'file:///C:/%E9%A2%84%E7%AE%97/汇总(1).ptarget';

it('knows one file by every spelling of its URI', () => {
    expect(fileKey(ENCODED)).toBe(fileKey(PLAIN));
    expect(isUnder('file:///c%3A/%E9%A2%84%E7%AE%97', PLAIN)).toBe(true);
    expect(isUnder('file:///c%3A/%E9%A2%84', PLAIN)).toBe(false);
    expect(foldersOf(PLAIN)).toContain('file:///c:/预算');
    expect(fileKey('file:///100%.ptarget')).toBe('file:///100%.ptarget');
});

it('reads a file once, however the disk and the editor spell it', () => {
    const workspace = new Workspace();
    workspace.open(PLAIN, '部门 "甲" {\n    年度 2024\n}\n');
    workspace.open(ENCODED, '部门 "甲" {\n    年度 2024\n}\n', 1);
    expect(workspace.names.family('甲')?.departments).toHaveLength(1);
    expect(workspace.document(PLAIN)?.uri).toBe(ENCODED);
    expect([...workspace.takeAffected()]).toEqual([ENCODED]);
    expect(workspace.problemsOf(PLAIN)).toEqual(workspace.problemsOf(ENCODED));
});
