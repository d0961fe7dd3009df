/** Of the font's size. */
export const LINE_HEIGHT = 1.45;

/** How an official form looks, on paper and in the preview. */
export const TABLE_STYLE = `
table.official { border-collapse: collapse; table-layout: fixed; width: 100%; color: #000; background: #fff;
  font: 10.5pt/${LINE_HEIGHT} SimSun, 宋体, "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif; }
table.official.dense { font-size: 9pt; }
table.official caption { padding: 0 0 6pt; caption-side: top; }
table.official caption .title { display: block; padding-bottom: 6pt; text-align: center;
  font: 18pt/1.4 SimHei, 黑体, "Heiti SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
table.official caption .line { display: flex; justify-content: space-between; text-align: left; }
table.official th, table.official td { border: 0.75pt solid #000; height: ${LINE_HEIGHT}em; padding: 2.5pt 4pt; font-weight: normal; text-align: center;
  vertical-align: middle; white-space: pre-wrap; overflow-wrap: anywhere; }
table.official thead th { font-weight: bold; }
table.official .text { text-align: left; }
table.official .money { text-align: right; font-variant-numeric: tabular-nums; }
`.trim();

/** The page around the tables: a sheet on the screen, A4 landscape on paper with a table's head repeated on each page. */
export const PAGE_STYLE = `
@page { size: A4 landscape; margin: 15mm 12mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt serif; } }
html { background: #fff; }
body { margin: 0; }
main { margin: 0 auto; max-width: 273mm; }
table.official + table.official { break-before: page; }
thead { display: table-header-group; }
tr.new-page { break-before: page; }
tr:not(:has([rowspan])) { break-inside: avoid; }
td, th { orphans: 3; widows: 3; }
@media screen { html { background: #e8e8e8; }
  main { margin: 8mm auto; padding: 15mm 12mm; background: #fff; }
  table.official + table.official { margin-top: 25mm; } }
`.trim();
