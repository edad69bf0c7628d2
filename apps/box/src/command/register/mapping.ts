import { readFileSync, statSync } from 'node:fs'
import { type Column, ColumnChoice, NabijError, type SeenTable } from '@nabij/base'
import { type Call, optionText } from '../verb.ts'

const example = 'date=Datum,name=Naam,amount=Bedrag,description=Omschrijving'
const switches = new Set(['monthFirst', 'paidIsPlus'])

/**
 * `--mapping`: which column says what, as a file with JSON or as typed (`date=Datum,amount=3,description=A+B,monthFirst`).
 * @throws NabijError NABIJ_COMMAND_USE
 */
export function mappingOf(call: Call): ColumnChoice | undefined {
  const given = optionText(call, 'mapping')
  if (given === undefined) return undefined
  const isFile = statSync(given, { throwIfNoEntry: false })?.isFile() === true
  const chosen = ColumnChoice.safeParse(isFile ? fromFile(given) : fromWords(given))
  if (chosen.success) return chosen.data
  const [issue] = chosen.error.issues
  throw wrong(`${given}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
}

/** What could not be read by these columns, line by line; for a person. */
export function faultLines(tables: readonly SeenTable[], call: Call): string[] {
  const reasons: Record<string, string> = {
    'line without date': call.say('geen datum', 'no date'),
    'line without amount': call.say('geen bedrag', 'no amount'),
    'line with other columns': call.say('andere kolommen', 'other columns'),
  }
  return tables.flatMap(({ path, faults }) =>
    faults.map(({ line, reason }) =>
      call.say(
        `${path}, regel ${line}: ${reasons[reason] ?? reason}`,
        `${path}, line ${line}: ${reasons[reason] ?? reason}`,
      ),
    ),
  )
}

function fromFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw wrong(`${path}: JSON`, error)
  }
}

function fromWords(text: string): object {
  const entries = text.split(',').map((part): [string, unknown] => {
    const [key = '', ...rest] = part.split('=')
    const value = rest.join('=').trim()
    if (switches.has(key.trim()) && value === '') return [key.trim(), true]
    if (value === '') throw wrong(`--mapping ${part}`)
    if (key.trim() === 'fixed') return ['fixed', value.toUpperCase()]
    const columns = value.split('+').map(columnOf)
    return [key.trim(), key.trim() === 'description' ? columns : columns.length === 1 ? columns[0] : columns]
  })
  return Object.fromEntries(entries)
}

function columnOf(text: string): Column {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text) : text.trim()
}

function wrong(reason: string, cause?: unknown): NabijError {
  return new NabijError('NABIJ_COMMAND_USE', { reason, hint: `--mapping "${example}"` }, cause)
}
