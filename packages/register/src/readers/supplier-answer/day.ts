/** 2026-12-01, or as a Dutch spreadsheet turns it around: 1-12-2026. Null for anything else, and for a day that is none. */
export function dayOf(text: string): string | null {
  const turned = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text.trim())
  const [year, month, day] = turned
    ? [turned[3], turned[2], turned[1]]
    : (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())?.slice(1) ?? [])
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const time = Date.parse(`${written}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written) ? written : null
}
