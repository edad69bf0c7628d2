const withoutMinor = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '))
const withThree = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

/** How many decimals the minor unit of a currency has (ISO 4217). */
export function decimalsOf(currency: string): number {
  if (withoutMinor.has(currency)) return 0
  return withThree.has(currency) ? 3 : 2
}

/**
 * An amount as it stands in a file, in minor units: `1.234,56`, `-12.30`, `12,30-`, `(5)`, `€ 3`. Digits beyond the minor
 * unit are rounded half away from zero. Null for what is no amount or too large to be exact.
 * @param point the decimal sign, where the format says which; else the last sign with other than three digits after it
 */
export function minorOf(text: string, currency: string, point?: '.' | ','): number | null {
  const bare = text.replace(/[\s\u00A0\u202F'’€$£]/g, '').replace(/\u2212/g, '-')
  const match = /^([-+(]?)(\d[\d.,]*|[.,]\d+)([-+)]?)$/.exec(bare)
  if (!match) return null
  const [, before = '', digits = '', after = ''] = match
  const sign = before === '-' || before === '(' || after === '-' ? -1 : 1
  const at = point ? digits.lastIndexOf(point) : decimalAt(digits)
  const grouped = at < 0 ? digits : digits.slice(0, at)
  if (!/^\d*$|^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(grouped)) return null
  const whole = grouped.replace(/[.,]/g, '')
  const rest = at < 0 ? '' : digits.slice(at + 1)
  if (/[.,]/.test(rest)) return null
  const decimals = decimalsOf(currency)
  const kept = Number(`${whole}${rest.slice(0, decimals).padEnd(decimals, '0')}`)
  const minor = kept + (Number(rest[decimals] ?? '0') >= 5 ? 1 : 0)
  if (!Number.isSafeInteger(minor) || minor > 1e13) return null
  return minor === 0 ? 0 : sign * minor
}

function decimalAt(digits: string): number {
  const at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (at < 0) return -1
  const sign = digits.charAt(at)
  const once = digits.indexOf(sign) === at
  // Two kinds of sign: the last is the decimal one. One kind: `1.234` and `1.234.567` are thousands.
  if (/\./.test(digits) && /,/.test(digits)) return at
  return once && digits.length - at - 1 !== 3 ? at : -1
}

/** A day as YYYY-MM-DD, of `2026-03-01T…`, `20260301`, `01-03-2026`, `1/3/26`; a day past the month's end becomes its last. */
export function dayOf(text: string, monthFirst = false): string | null {
  const said = text.trim()
  const iso = /^(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)/.exec(said)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const local = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d\d)(?!\d)/.exec(said)
  if (!local) return null
  const [first, second] = [Number(local[1]), Number(local[2])]
  const year = Number(local[3]) + ((local[3] ?? '').length === 2 ? 2000 : 0)
  return monthFirst && first <= 12 ? day(year, first, second) : day(year, second, first)
}

/** A day of a year, month and day; null when there is no such month. */
export function day(year: number, month: number, date: number): string | null {
  if (year < 1970 || year > 2200 || month < 1 || month > 12 || date < 1 || date > 31) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${year}-${String(month).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`
}
