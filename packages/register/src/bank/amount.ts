/**
 * An amount as banks write it, in minor units with its sign: `1.234,56`, `1,234.56`, `-12`, `+ 5,00`, `12.34-`. NaN when it
 * is none. Digits beyond the cent are rounded.
 */
export function minorOf(written: string): number {
  const text = written.replace(/[€$£\s']|EUR|USD|GBP/g, '')
  const match = /^([+-]?)(\d[\d.,]*|[.,]\d+)([+-]?)$/.exec(text)
  if (!match) return Number.NaN
  const [, before, digits = '', after] = match
  const mark = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  const marks = digits.replace(/[^.,]/g, '')
  // One kind of mark with three digits behind it, more than once or as `1.234`: thousands. Statements have two decimals.
  const grouped =
    mark >= 0 && digits.length - mark === 4 && new Set(marks).size === 1 && /^\d{1,3}(?:[.,]\d{3})+$/.test(digits)
  const whole = mark < 0 || grouped ? digits.replace(/[.,]/g, '') : digits.slice(0, mark).replace(/[.,]/g, '')
  const rest = mark < 0 || grouped ? '' : digits.slice(mark + 1)
  const cents = Number(whole || '0') * 100 + Math.round(Number(`0.${rest || '0'}`) * 100)
  return before === '-' || after === '-' ? -cents : cents
}

/** A day as banks write it, as YYYY-MM-DD; empty when it is none. `20260131`, `31-01-2026`, `31/1/26`, `2026-01-31T12:00`. */
export function dayOf(written: string): string {
  const text = written.trim()
  const first = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:\D|$)/.exec(text)
  if (first) return checked(first[1], first[2], first[3])
  const last = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:\D|$)/.exec(text)
  if (!last) return ''
  const [, day, month, year = ''] = last
  return checked(year.length === 2 ? `20${year}` : year, month, day)
}

function checked(year = '', month = '', day = ''): string {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return Number.isNaN(Date.parse(text)) ? '' : text
}
