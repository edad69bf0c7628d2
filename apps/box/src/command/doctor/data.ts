import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { formatTime } from '../format.ts'
import { startProgress } from '../progress.ts'
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

async function lookAtDatabase(call: Call): Promise<Finding> {
  const { root, say } = call
  const found = databasesIn(root)
  if (found.length === 0) return ok(say('nog geen', 'none yet'))
  const progress = startProgress(call)
  const damaged: string[] = []
  const missing: string[] = []
  for (const path of found) {
    const sound = await isSound(path, (done, total) =>
      progress.show(say('de database nakijken', 'checking the database'), done, total),
    )
    if (!sound) damaged.push(path)
    else missing.push(...missingFiles(path))
  }
  progress.end()
  if (damaged.length === 0 && missing.length > 0)
    return problem(
      say(
        `${missing.length} bestanden ontbreken, zoals ${missing[0]}`,
        `${missing.length} files are missing, such as ${missing[0]}`,
      ),
      say(
        'Zet de laatste back-up terug (nabij restore BESTAND), of leer het station opnieuw.',
        'Put the last backup back (nabij restore FILE), or teach the station again.',
      ),
    )
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

/** Every row against every index, table by table so that one can see how far it is; then the pages that no table has. */
async function isSound(path: string, onProgress: (done: number, total: number) => void): Promise<boolean> {
  const tables = read(path, (database) =>
    database
      .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
      .all()
      .map((row) => String(row['name'])),
  )
  if (!tables || tables.length === 0) return false
  for (const [done, table] of tables.entries()) {
    onProgress(done, tables.length + 1)
    // Others get a turn: the line that tells how far it is, and Ctrl-C.
    await nextTurn()
    const name = table.replaceAll('"', '""')
    const answer = read(path, (database) => database.prepare(`pragma integrity_check("${name}")`).get())
    if (answer?.['integrity_check'] !== 'ok') return false
  }
  onProgress(tables.length, tables.length + 1)
  await nextTurn()
  const whole = read(path, (database) => [
    database.prepare('pragma quick_check(1)').get()?.['quick_check'],
    database.prepare('pragma foreign_key_check').get(),
  ])
  return whole?.[0] === 'ok' && whole[1] === undefined
}

/** Recipes and photos whose file is not there: without it a station cannot judge, or be taught again. */
function missingFiles(path: string): string[] {
  const hashes = read(path, (database) =>
    database.prepare('select sha256 from recipe union select sha256 from photo').all(),
  )
  return (hashes ?? [])
    .map((row) => String(row['sha256']))
    .map((hash) => join(dirname(path), 'blobs', hash.slice(0, 2), hash))
    .filter((file) => !existsSync(file))
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
