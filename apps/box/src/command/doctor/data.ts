import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { formatTime } from '../format.ts'
import type { Call } from '../verb.ts'
import { type Check, type Finding, ok, problem, warning } from './check.ts'
import { nearestFolder } from './computer.ts'

/** This code was not there before: a clock that says so is wrong. */
const notBefore = Date.UTC(2026, 10, 1)
const day = 86_400_000

/** The folder with the data, and the clock that its times come from. */
export const dataChecks: readonly Check[] = [
  { name: 'folder', title: { nl: 'Map met gegevens', en: 'Data folder' }, look: lookAtFolder },
  { name: 'database', title: { nl: 'Database', en: 'Database' }, look: lookAtDatabase },
  { name: 'clock', title: { nl: 'Klok', en: 'Clock' }, look: lookAtClock },
]

function lookAtFolder({ root, say }: Call): Finding {
  const place = nearestFolder(root)
  const obstacle = root === place ? null : join(place, relative(place, root).split(sep, 1)[0] ?? '')
  if (obstacle && existsSync(obstacle))
    return problem(
      say(`${obstacle} is geen map`, `${obstacle} is not a folder`),
      say(
        'Kies met --data een andere map, of haal weg wat er staat.',
        'Choose another folder with --data, or remove it.',
      ),
    )
  const mine = process.getuid?.()
  const owner = statSync(place).uid
  if (existsSync(root) && mine !== undefined && owner !== mine && mine !== 0)
    return problem(
      say(`${root} is van gebruiker ${owner}, jij bent ${mine}`, `${root} belongs to user ${owner}, you are ${mine}`),
      say(
        'Start nabij als die gebruiker, of kies met --data een eigen map.',
        'Start nabij as that user, or choose a folder of your own with --data.',
      ),
    )
  try {
    accessSync(place, constants.W_OK)
  } catch {
    return problem(
      say(`in ${place} mag je niet schrijven`, `you may not write in ${place}`),
      say(
        'Geef jezelf schrijfrechten, of kies met --data een andere map.',
        'Give yourself the right to write, or choose another folder with --data.',
      ),
    )
  }
  if (place !== root) return ok(say(`${root} (komt er bij de eerste start)`, `${root} (comes with the first start)`))
  return ok(root)
}

function lookAtDatabase({ root, say }: Call): Finding {
  const found = databasesIn(root)
  if (found.length === 0) return ok(say('nog geen', 'none yet'))
  const damaged = found.filter((path) => !isSound(path))
  if (damaged.length === 0) return ok(say(`${found.length} nagekeken, gaaf`, `${found.length} checked, sound`))
  return problem(
    say(`beschadigd: ${damaged.join(', ')}`, `damaged: ${damaged.join(', ')}`),
    say('Zet de laatste back-up terug: nabij restore BESTAND.', 'Put the last backup back: nabij restore FILE.'),
  )
}

function lookAtClock(call: Call): Finding {
  const { say } = call
  const now = Date.now()
  const found = `${formatTime(now, call)} (${Intl.DateTimeFormat().resolvedOptions().timeZone})`
  const todo = say(
    'Zet de klok goed, of zet het gelijkzetten over het netwerk aan.',
    'Set the clock, or switch on setting it over the network.',
  )
  if (now < notBefore) return problem(found, todo)
  const newest = Math.max(0, ...databasesIn(call.root).map(newestVerdict))
  if (newest > now + 60_000)
    return warning(
      say(
        `${found}, maar er is een verdict van ${formatTime(newest, call)}`,
        `${found}, but there is a verdict of ${formatTime(newest, call)}`,
      ),
      todo,
    )
  if (now > notBefore + 20 * 365 * day) return warning(found, todo)
  return ok(found)
}

function databasesIn(root: string): string[] {
  return ['own', 'sample'].map((name) => join(root, name, 'nabij.sqlite')).filter((path) => existsSync(path))
}

function isSound(path: string): boolean {
  return read(path, (database) => database.prepare('pragma quick_check(1)').get()?.['quick_check'] === 'ok') ?? false
}

/** Epoch milliseconds; 0 when there is none, or when it cannot be read (then the check of the database says so). */
function newestVerdict(path: string): number {
  return (
    read(path, (database) =>
      Number(database.prepare('select max(recorded_at) as at from verdict').get()?.['at'] ?? 0),
    ) ?? 0
  )
}

/** Reads beside whoever writes; null when that is not possible. */
function read<T>(path: string, work: (database: DatabaseSync) => T): T | null {
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 2000 })
    try {
      return work(database)
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}
