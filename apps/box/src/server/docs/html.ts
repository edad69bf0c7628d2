/** Text that is safe within HTML and within a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** Paragraphs and `code`, the only marks that our own descriptions use. */
export function prose(text: string): string {
  return text
    .split(/\n+/)
    .map((line) => `<p>${escapeHtml(line).replace(/`([^`]+)`/g, '<code>$1</code>')}</p>`)
    .join('\n')
}

const style = `
:root { color-scheme: light dark; --ink: #1c2326; --soft: #566166; --paper: #fbfaf6; --tint: #f0eee7; --line: #d9d5ca; --accent: #0b5f66; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6dd; --soft: #a9b0b2; --paper: #14181a; --tint: #1e2426; --line: #343c3f; --accent: #6cc5cc; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 24px 96px; max-width: 880px; background: var(--paper); color: var(--ink); font: 16px/1.5 "Source Sans 3", system-ui, sans-serif; }
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 20px; margin: 48px 0 8px; padding-bottom: 4px; border-bottom: 1px solid var(--line); }
h3 { font-size: 16px; margin: 16px 0 4px; }
p { margin: 4px 0 8px; } ul { padding-left: 20px; }
a { color: var(--accent); }
code, pre { font: 14px/1.5 ui-monospace, "Cascadia Mono", Menlo, monospace; }
code { background: var(--tint); padding: 1px 4px; border-radius: 4px; overflow-wrap: anywhere; }
pre { background: var(--tint); padding: 12px; border-radius: 6px; overflow-x: auto; margin: 8px 0; }
pre code { background: none; padding: 0; overflow-wrap: normal; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--soft); font-size: 14px; }
nav { columns: 250px; margin: 16px 0; } nav div { break-inside: avoid; padding-bottom: 8px; } nav h3 { margin: 0; }
nav ul { list-style: none; padding: 0; margin: 0; } nav a { text-decoration: none; }
.errors { list-style: none; padding: 0; margin: 0; font-size: 14px; }
details { border: 1px solid var(--line); border-radius: 6px; margin: 8px 0; padding: 8px 12px; }
details[open] { padding-bottom: 16px; } summary { cursor: pointer; } summary span { color: var(--soft); }
.method { display: inline-block; min-width: 64px; font-weight: 600; color: var(--accent); }
.soft { color: var(--soft); } .what { font-size: 20px; }
@media print { details > * { display: block; } }
`

/** A whole page without scripts; the style stands in it because there is nothing else to fetch. */
export function htmlPage(title: string, language: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`
}
