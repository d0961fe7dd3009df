import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { equal, ok, eventually } from './expect';
import type { Specification } from './specification';
import { workspaceUri } from './session';
import { say } from './say';

export const zz: Specification = ({ page }) => {
  if (page === undefined) return;
  describe('page', () => {
    it('drives', async () => {
      const document = await vscode.workspace.openTextDocument(workspaceUri('nansha-2024.ptarget'));
      await vscode.window.showTextDocument(document);
      await page.click({ selector: '.monaco-editor .view-lines' });
      await page.press('Control+Home');
      await page.type('// 绩效 hello ');
      await eventually(() => document.getText().startsWith('// 绩效 hello ') || undefined, 'typed');
      await vscode.commands.executeCommand('ptarget.preview');
      const cells = await page.wait({ selector: 'td', frame: 'preview' });
      say(JSON.stringify(cells));
      equal(cells.map((c) => c.text), ['部门名称', '南沙区发展和改革局']);
      await page.click({ text: '南沙区', frame: 'preview' });
      await page.wait({ text: '已点', frame: 'preview' });
      const toast = await page.wait({ selector: '.notifications-toasts', text: 'licked' });say(toast.map((t)=>t.attributes.class).join()); say(String(await page.evaluate(`[...document.querySelectorAll('[class*=notification]')].map(e=>e.className).join('  ;  ')`)));
      say(toast.map((t) => t.text).join('|'));
      say(String(await page.evaluate('document.querySelector("td").textContent', 'preview')));
      await page.press('F1');
      await page.type('ptarget');
      await page.wait({ selector: '.quick-input-list .monaco-list-row' });
      say((await page.query({ selector: '.quick-input-list .monaco-list-row' })).map((t) => t.text.replace(/\s+/g,' ')).join('|'));
      say(await page.screenshot('first picture'));
      await page.press('Escape');
      say(await page.screenshot('table', { selector: 'table', frame: 'preview' }));
      await vscode.workspace.getConfiguration('workbench').update('colorTheme', 'Light Modern', true);
      await vscode.env.clipboard.writeText('剪贴板\tx');
      say(await vscode.env.clipboard.readText());
      say(String(await page.evaluate('navigator.clipboard.readText()')));
      await page.evaluate(`navigator.clipboard.write([new ClipboardItem({'text/html': new Blob(['<table><tr><td>a</td></tr></table>'],{type:'text/html'}), 'text/plain': new Blob(['a'],{type:'text/plain'})})])`);
      await page.click({ selector: '.monaco-editor .view-lines' });
      await page.press('Control+v');
      say(await page.screenshot('light'));
    });
    it('fails', async () => {
      equal({ a: 1 }, { a: 2 });
    });
    it('misses', async () => {
      await page.wait({ text: '没有这个' }, 1000);
    });
    it('reports unknown', async () => { ok(false, 'x'); });
  });
};
