/** How a table is written: as programs read it, or as a Dutch spreadsheet opens it (semicolons, decimal commas). */
export type CsvStyle = 'comma' | 'semicolon'

/** One line of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvLine(values: (string | number | null)[], style: CsvStyle = 'comma'): string {
  return `${values.map((value) => csvField(value, style)).join(style === 'comma' ? ',' : ';')}\r\n`
}

function csvField(value: string | number | null, style: CsvStyle): string {
  if (value === null) return ''
  if (typeof value === 'number') return style === 'comma' ? String(value) : String(value).replace('.', ',')
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
