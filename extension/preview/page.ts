import * as vscode from 'vscode';

/** The folders that a page may load from. */
export function pageFolders(extensionUri: vscode.Uri): vscode.Uri[] {
    return [vscode.Uri.joinPath(extensionUri, 'dist'), vscode.Uri.joinPath(extensionUri, 'extension', 'webview')];
}

/** The page of a preview: chrome and an empty sheet. The tables come by message. */
export function pageFor(webview: vscode.Webview, extensionUri: vscode.Uri): string {
    const nonce = newNonce();
    const file = (...path: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
    const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; font-src ${webview.cspSource}`;
    const t = vscode.l10n.t;
    return `<!DOCTYPE html>
<html lang="${escape(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(t('Official tables'))}</title>
<link rel="stylesheet" href="${file('extension', 'webview', 'preview.css')}">
</head>
<body data-fix="${escape(t('Fix…'))}" data-go-to="${escape(t('Go to source'))}" data-vscode-context='{"preventDefaultContextMenuItems": false}'>
<header>
<div id="tabs" role="tablist" aria-label="${escape(t('Form'))}"></div>
<div id="toolbar" role="toolbar" aria-label="${escape(t('Preview'))}">
${button('problems', '', t('Next problem (F8)'))}
<span class="gap"></span>
${button('zoom-out', ICONS.minus, t('Smaller'))}
${button('zoom', '', t('Original size'))}
${button('zoom-in', ICONS.plus, t('Larger'))}
${button('fit', ICONS.fit, t('Fit the width of the panel'), false)}
<span class="gap"></span>
${button('copy', ICONS.copy, t('Copy as a table for Word and Excel'), undefined, t('Copy'))}
${button('export', ICONS.export, t('Export as Excel, Word, web page …'), undefined, t('Export'))}
${button('print', ICONS.print, t('Print with your browser'), undefined, t('Print'))}
${button('lock', ICONS.lock, t('Stay with this file'), false)}
</div>
<div id="banner" role="alert" hidden><span></span> ${button('broken', '', t('Go to the line'), undefined, t('Go to the line'))}</div>
</header>
<div id="summary" class="heard-only" role="status"></div>
<main>
<h1 class="heard-only">${escape(t('Official tables'))}</h1>
<div id="sheets" role="tabpanel" lang="zh-CN" aria-label="${escape(t('Official tables'))}"></div>
<div id="nothing" hidden></div>
<div id="problem-list" role="group" aria-label="${escape(t('Problems'))}" hidden></div>
</main>
<script nonce="${nonce}" src="${file('dist', 'preview.js')}"></script>
</body>
</html>`;
}

/** `pressed` makes a switch of it. What shows words or figures is called by them, what shows only a drawing by what it does. */
function button(id: string, icon: string, what: string, pressed?: boolean, caption = ''): string {
    const state = pressed === undefined ? '' : ` aria-pressed="${pressed}"`;
    const text = caption === '' ? '' : `<span class="caption">${escape(caption)}</span>`;
    const name = icon === '' ? '' : ` aria-label="${escape(what)}"`;
    return `<button id="${id}" type="button" title="${escape(what)}"${name}${state}>${icon}${text}</button>`;
}

const draw = (path: string) => `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}"/></svg>`;

/** Lines of one unit on a field of 16. */
const ICONS = {
    minus: draw('M3 8h10'),
    plus: draw('M3 8h10M8 3v10'),
    fit: draw('M1.5 3v10M14.5 3v10M4 8h8M6 6 4 8l2 2M10 6l2 2-2 2'),
    copy: draw('M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3'),
    export: draw('M8 2v8M5 7l3 3 3-3M2.5 11v2.5h11V11'),
    print: draw('M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z'),
    lock: draw('M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5'),
};

function newNonce(): string {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escape(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
