import type { Language } from '@nabij/base'

/** Rows under their heads: the first column to the left, the others to the right. */
export function table(heads: string[], rows: string[][]): string[] {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return [heads, ...rows].map(line)
}

/** Numbers as the language writes them; what is not known is "–". */
export function figures(language: Language) {
  const comma = (text: string) => (language === 'nl' ? text.replace('.', ',') : text)
  return {
    number: (value: number | null, digits: number) => (value === null ? '–' : comma(value.toFixed(digits))),
    share: (value: number | null) => (value === null ? '–' : `${comma((value * 100).toFixed(1))} %`),
  }
}
