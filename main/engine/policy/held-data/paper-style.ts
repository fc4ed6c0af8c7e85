/** Ink on paper, on screen as well. */
export const paperStyle = `
@page { size: A4; margin: 18mm 16mm 20mm; }
* { box-sizing: border-box; }
html { background: #fff; color: #1b1a18; }
body {
  margin: 0 auto; max-width: 178mm;
  font: 10pt/1.6 "Noto Sans", "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", sans-serif;
  overflow-wrap: anywhere;
}
@media screen { body { padding: 24px; } }
h1 { margin: 0 0 4mm; font-size: 17pt; line-height: 1.35; }
h2 {
  margin: 9mm 0 3mm; padding-bottom: 1mm; border-bottom: 0.5pt solid #8a867f;
  font-size: 12.5pt; break-after: avoid;
}
h3 { margin: 4mm 0 1mm; font-size: 10pt; break-after: avoid; }
p { margin: 0 0 2mm; }
.quiet { color: #5d5a55; }
dl { display: grid; grid-template-columns: 42mm 1fr; gap: 0.5mm 4mm; margin: 0; }
dt { color: #5d5a55; }
dt:empty { display: none; }
dt:empty + dd { grid-column: 1 / -1; font-weight: 600; }
dd { margin: 0; white-space: pre-line; }
pre {
  margin: 2mm 0 5mm; padding-left: 4mm; border-left: 1.5pt solid #d8d4cd;
  font: inherit; white-space: pre-wrap;
}
table { width: 100%; border-collapse: collapse; font-size: 9pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 1mm 2mm 1mm 0; border-bottom: 0.5pt solid #d8d4cd; text-align: left; vertical-align: top; }
th { color: #5d5a55; font-weight: 600; }
`;
