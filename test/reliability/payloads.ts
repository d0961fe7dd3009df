/** What would set `pwned`, or fetch something, if any of it became markup. */
const RUN = 'window.pwned=1';
const AWAY = 'http://away.test/x';
export const VECTORS: readonly string[] = [
    `<script>${RUN}</script>`, `<img src=x onerror=${RUN}>`, `<img src=${AWAY}>`, `<svg onload=${RUN}>`, `<svg><script>${RUN}</script></svg>`, `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
    `<iframe srcdoc='<script>parent.pwned=1</script>'>`, `<iframe src='javascript:parent.pwned=1'>`, `<iframe src=${AWAY}>`, `<object data=${AWAY}>`, `<embed src=${AWAY}>`,
    `<input autofocus onfocus=${RUN}>`, `<details open ontoggle=${RUN}>`, `<video><source onerror=${RUN}></video>`, `<audio src=${AWAY} onerror=${RUN}>`, `<marquee onstart=${RUN}>`,
    `<link rel=stylesheet href=${AWAY}>`, `<style>@import '${AWAY}'; * { background: url(${AWAY}) }</style>`, `<div style='background:url(${AWAY})'>`, `<base href=${AWAY}><script src=/x></script>`,
    `<script src=${AWAY}></script>`, `<a href='javascript:${RUN}' autofocus>x</a>`, `<form action=${AWAY}><button autofocus>`, `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}></style></mglyph></table></mtext></math>`,
    `<noscript><p title='</noscript><img src=x onerror=${RUN}>'>`, `<template><img src=x onerror=${RUN}></template>`, `<body onload=${RUN}>`, `<x onpointerenter=${RUN} style='position:fixed;inset:0'>`,
    `&lt;img src=x onerror=${RUN}&gt;`, `&#60;script&#62;${RUN}&#60;/script&#62;`, `\\u003cscript\\u003e${RUN}`, `{{constructor.constructor('${RUN}')()}}`, `\${${RUN}}`,
    `[x](command:ptarget.restartServer)`, `[x](javascript:${RUN})`, `![x](${AWAY})`, `<a href='command:workbench.action.quit'>x</a>`, `$(sync~spin)`,
    '=1+1', '+1+1', '-1+1', '@SUM(1)', `=cmd|' /C calc'!A0`, `=HYPERLINK('${AWAY}')`, `=WEBSERVICE('${AWAY}')`, '\t=1+1', '__proto__', 'constructor', 'prototype', 'toString',
];
const WRAPS: readonly ((vector: string) => string)[] = [
    (vector) => vector, (vector) => `'>${vector}`, (vector) => `</td></tr></table>${vector}`, (vector) => `</title></style></textarea>${vector}`, (vector) => `-->${vector}<!--`, (vector) => `]]>${vector}`,
];

export const PAYLOADS: readonly string[] = VECTORS.flatMap((vector) => WRAPS.map((wrap) => wrap(vector)));

export const quoted = (text: string) => (text.includes('"') ? `“${text}”` : `"${text}"`);

/** A department and a project with a payload in every text that an officer can write. */
export function fileWith(payload: string): string {
    const text = quoted(payload);
    return `部门 ${text} {
    年度 2024
    部门预算支出 { 项目支出 1.00 }
    总体绩效目标 ${text}
    重点任务 ${text} { 资金 1.00 内容 ${text} 目标 ${text} }
    其他任务 ${text}
    绩效指标 { 产出指标 { 数量指标 ${text} ${text} 年度 ${text} { 说明 ${text} 依据 ${text} } } 满意度指标 不适用 ${text} }
    项目 ${text} {
        资金使用单位 ${text}
        资金 { 财政拨款 1.00 }
        绩效目标 ${text}
        绩效指标 { 产出指标 { 数量指标 ${text} ${text} } }
    }
}
`;
}
