const slashes =
  /\/(TRTP|TRCD|IBAN|BIC|NAME|REMI|EREF|MARF|CSID|BENM|ORDP|CNTP|ID|ADDR|PURP|RTRN|ULTD|ULTC|ULTB|SVCL|ISDT|PREF|BUSP|OCMT|CHGS|UDTR|UCRD|PREF|ORDR|TYPE|NRTX)\//g

/** Name and description out of field 86, in whichever dialect: words between slashes, `?20` subfields, or plain text. */
export function toldIn(lines: readonly string[]): { name: string; description: string } {
  const text = lines.join('')
  if (/\?2\d|\?3[23]/.test(text)) return german(text)
  if (/^\/?[A-Z]{2,4}\//.test(text) && [...text.matchAll(slashes)].length > 0) return slashed(text)
  return plain(lines)
}

function slashed(text: string): { name: string; description: string } {
  const fields = new Map<string, string>()
  const found = [...text.matchAll(slashes)]
  for (const [at, match] of found.entries()) {
    const start = match.index + match[0].length
    const value = text.slice(start, found[at + 1]?.index ?? text.length).replace(/\/+$/, '')
    const key = match[1] ?? ''
    if (!fields.has(key) && value.trim() !== '') fields.set(key, value.trim())
  }
  // ING: /CNTP/IBAN/BIC/NAME/CITY/
  const counterparty = fields.get('CNTP')?.split('/')[2]
  const name = fields.get('NAME') ?? counterparty ?? ''
  const remittance = (fields.get('REMI') ?? '').replace(/^(?:USTD|STRD)\/+/, '')
  return { name, description: remittance }
}

function german(text: string): { name: string; description: string } {
  const parts = [...text.matchAll(/\?(\d\d)([^?]*)/g)]
  const of = (wanted: (code: number) => boolean) =>
    parts.filter(([, code]) => wanted(Number(code))).map(([, , value = '']) => value)
  return {
    name: of((code) => code === 32 || code === 33)
      .join('')
      .trim(),
    description: of((code) => (code >= 20 && code <= 29) || (code >= 60 && code <= 63))
      .join(' ')
      .trim(),
  }
}

/** Card payments and old dialects: the name stands among the rest. `NAAM: …`, `BEA … ,PAS012`, account and name in front. */
function plain(lines: readonly string[]): { name: string; description: string } {
  const text = lines
    .map((line) => line.trim())
    .join(' ')
    .replace(/\s+/g, ' ')
  const named = /\bNaam:\s*(.+?)(?:\s+(?:Omschrijving|IBAN|Kenmerk|Machtiging|BIC|Datum)\b|$)/i.exec(text)
  if (named?.[1]) return { name: named[1].trim(), description: text }
  const after = /^(?:\d{9,10}|[A-Z]{2}\d{2}[A-Z0-9]{10,30})\s+(.{2,40})$/.exec((lines[0] ?? '').trim())
  return { name: after?.[1]?.trim() ?? '', description: text }
}
