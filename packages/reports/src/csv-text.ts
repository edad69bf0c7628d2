import type { Language } from '@nabij/base'

/** How a spreadsheet of that language wants it. */
export const separators = { nl: { field: ';', decimal: ',' }, en: { field: ',', decimal: '.' } } as const

/**
 * Rows as CSV that a spreadsheet opens by a double click: UTF-8 with its mark, CRLF, in Dutch semicolons. Text that a
 * spreadsheet would run as a formula begins with an apostrophe.
 */
export function csvText(rows: readonly (readonly string[])[], language: Language): string {
  const { field } = separators[language]
  return `\ufeff${rows.map((row) => row.map((text) => cell(text, field)).join(field)).join('\r\n')}\r\n`
}

/** Also behind blanks, and in the wide forms that some spreadsheets take for the same. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]/

/** @see https://owasp.org/www-community/attacks/CSV_Injection */
function cell(text: string, separator: string): string {
  const isNumber = /^-?\d+(?:[.,]\d+)?$/.test(text)
  const harmless = formula.test(text) && !isNumber ? `'${text}` : text
  return /["\r\n]/.test(harmless) || harmless.includes(separator) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
