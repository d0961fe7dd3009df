import type { Wording } from '../language-server/index.js';

/** What `--help` says. */
export const TEXTS = {
    about: {
        zh: '检查、打印、整理 .ptarget 预算绩效目标文件',
        en: 'Checks, prints and lays out .ptarget files: performance targets of Chinese budgets',
    },
    check: { zh: '检查文件，列出问题', en: 'check files and list what is wrong' },
    render: { zh: '按官方表格输出一个文件的内容', en: 'print a file on an official form' },
    format: { zh: '整理文件的排版：缩进、对齐、半角标点，不改内容', en: 'lay files out: indentation, columns, half-width signs; the content stays' },
    lsp: { zh: '启动语言服务器（标准输入输出），供编辑器使用', en: 'serve an editor with the language server over standard input and output' },
    paths: { zh: '文件或文件夹（含下级文件夹）；不写则为当前文件夹', en: 'files and folders, searched with their subfolders; by default the current folder' },
    file: { zh: '.ptarget 文件', en: 'the .ptarget file' },
    reportFormat: { zh: '结果格式：', en: 'format of the report: ' },
    maxWarnings: { zh: '警告多于 N 条也算不通过', en: 'fail with more than N warnings' },
    jobs: { zh: '同时用 N 个线程；不写则文件多时用上所有处理器', en: 'share the work among N threads; by default one a processor where there is much' },
    cache: { zh: '结果存入 FILE；下次只检查有改动的部分', en: 'keep results in FILE; the next check with it looks only at what has changed' },
    verbose: { zh: '列出相关位置，并按规则、按项目汇总', en: 'show related places, and sums by rule and by project' },
    form: {
        zh: '表格：department 部门整体预算绩效目标申报表，projects 项目支出绩效目标表，project 项目申报表，core 核心绩效指标表；不写则按内容选',
        en: 'form: department, projects (the table of all projects), project (one a page), core (core indicators); by default what the file has',
    },
    tableFormat: {
        zh: '文件格式：html、xlsx、docx、md、csv、txt、json；不写则看 OUT 的扩展名',
        en: 'html, xlsx, docx, md, csv, txt or json; by default what OUT ends with',
    },
    output: { zh: '写入文件 OUT，不写则输出到屏幕', en: 'write to the file OUT instead of the screen' },
    formatPaths: { zh: '文件或文件夹（含下级文件夹）', en: 'files and folders, searched with their subfolders' },
    formatCheck: { zh: '只列出需要整理的文件，不改动；有这样的文件时退出码为 1', en: 'only list the files that would change; exit with 1 where there are any' },
    lang: { zh: '语言：zh 或 en', en: 'language: zh or en' },
    version: { zh: '显示版本', en: 'show the version' },
    help: { zh: '显示用法', en: 'show how to use it' },
    helpCommand: { zh: '显示一个命令的用法', en: 'show how to use a command' },
    exitCodes: {
        zh: '退出码：0 没有错误；1 有错误，或警告太多；2 用法不对，或文件无法读写',
        en: 'Exit codes: 0 no errors; 1 errors, or too many warnings; 2 wrong usage, or a file that cannot be read or written',
    },
    seeHelp: { zh: '用法见 ptarget --help', en: 'See ptarget --help' },
} satisfies Record<string, Wording>;

export const HEADINGS = {
    usage: { zh: '用法：', en: 'Usage:' },
    arguments: { zh: '参数：', en: 'Arguments:' },
    options: { zh: '选项：', en: 'Options:' },
    commands: { zh: '命令：', en: 'Commands:' },
} satisfies Record<string, Wording>;

/** How to call things in usage lines. */
export const PLACEHOLDERS = {
    options: { zh: '[选项]', en: '[options]' },
    command: { zh: '[命令]', en: '[command]' },
} satisfies Record<string, Wording>;
