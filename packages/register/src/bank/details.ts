/** Whom and what for, as far as a bank's own way of writing says. */
interface Details {
  name: string
  description: string
}

const width = 64
const account = String.raw`(?:[A-Z]{2}\d{2}[A-Z0-9]{10,30}|P?\d{7,10})`
const codes =
  'TRTP|IBAN|BIC|NAME|REMI|EREF|ORDP|BENM|CSID|MARF|ISDT|CNTP|ADDR|SWOC|PREF|PURP|ULTC|ULTD|RTRN|RTYP|UCRD|UDTR|ID|TYPE|OCMT|EXCH|ACTC|CHGS|NRTX|INIT|RREF|KREF|SVCL|TRCD|MREF'
const slash = new RegExp(`/(${codes})/`)

/** Reads the lines of an `:86:` in the dialects that Dutch banks (and German ones) write. */
export function detailsOf(lines: readonly string[]): Details {
  if (lines.length === 0) return { name: '', description: '' }
  const tight = lines.join('')
  if (slash.test(tight)) return bySlashes(tight)
  const mark = /^\s*\d{3}([?>])\d{0,2}/.exec(tight)?.[1]
  if (mark) return byNumbers(tight, mark)
  // A full line was broken off in the middle of a word, perhaps.
  const text = lines
    .map((line) => (line.length >= width ? line : `${line} `))
    .join('')
    .trim()
  const keyed = byKeys(text)
  if (keyed) return keyed
  return byPlace(lines, text)
}

/** `/TRTP/SEPA OVERBOEKING/IBAN/…/NAME/X/REMI/…`; ING's `/CNTP/iban/bic/name/city`. */
function bySlashes(text: string): Details {
  const parts = text.split(new RegExp(`/(${codes})/`))
  const told = new Map<string, string>()
  for (let at = 1; at < parts.length; at += 2) {
    const key = parts[at] ?? ''
    if (!told.get(key)) told.set(key, parts[at + 1] ?? '')
  }
  const [, , third = ''] = (told.get('CNTP') ?? '').split('/')
  const name = (told.get('NAME') ?? third).trim()
  const remittance = (told.get('REMI') ?? '').replace(/^\/?(?:USTD|STRD\/CUR)\/\/?/, '')
  const ultimate = told.get('UCRD') ?? told.get('ULTC') ?? ''
  return {
    name,
    description: [ultimate && `Begunstigde: ${ultimate.replaceAll('/', ' ').trim()}, `, remittance.replace(/\/+$/, '')]
      .join(' ')
      .trim(),
  }
}

/** `166?00SEPA?20…?32name`, Triodos' `000>100987654321>20…`. */
function byNumbers(text: string, mark: string): Details {
  const told = new Map<string, string>()
  for (const field of text.split(mark).slice(1)) {
    const key = field.slice(0, 2)
    told.set(key, (told.get(key) ?? '') + field.slice(2))
  }
  const texts = [...told].filter(([key]) => /^(?:2\d|6[0-3])$/.test(key)).sort(([a], [b]) => (a < b ? -1 : 1))
  const description = texts.map(([, part]) => part).join('')
  const purpose = /SVWZ\+(.*?)(?=[A-Z]{4}\+|$)/.exec(description)?.[1]
  const name = ((told.get('32') ?? '') + (told.get('33') ?? '')).trim()
  return { name, description: (purpose ?? description).trim() }
}

/** `SEPA INCASSO … NAAM: X OMSCHRIJVING: Y IBAN: …`, Knab's `REK: NL…/NAAM: X`. */
function byKeys(text: string): Details | null {
  const keys =
    'IBAN|BIC|NAAM|NAME|OMSCHRIJVING|DESCRIPTION|REMI|MACHTIGING|MANDATE|KENMERK|INCASSANT|REK|VOOR|BETALINGSKENM|REFERENCE'
  const name = new RegExp(String.raw`\b(?:NAAM|NAME):\s*(.+?)(?=\s*\b(?:${keys}):|$)`, 'i').exec(text)?.[1]?.trim()
  if (!name) return null
  const told = new RegExp(String.raw`\b(?:OMSCHRIJVING|DESCRIPTION|REMI):\s*(.+?)(?=\s*\b(?:${keys}):|$)`, 'i').exec(
    text,
  )?.[1]
  const before = text.replace(/\bREK:.*$/i, '').trim()
  return { name, description: told?.trim() ?? before }
}

/** `NL47INGB0000000000 name`, then the description; `GIRO 428428 KPN - DIGITENNE   …`. Else all is description. */
function byPlace(lines: readonly string[], text: string): Details {
  const [line = '', ...rest] = lines
  const giro = /^GIRO\s+\d+\s+(.+?)(?:\s{2,}|$)/.exec(line.trim())
  if (giro) return { name: giro[1] ?? '', description: text.slice(giro[0].length) }
  const counter = new RegExp(`^${account}\\s+(\\S.*)$`).exec(line.trim())
  const description = rest
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')
  if (counter && description !== '') return { name: counter[1] ?? '', description }
  return { name: '', description: counter ? (counter[1] ?? '') : text }
}
