// Writes packages/knowledge/pack.json from the data files beside it; with --check it only says whether it is up to date.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { lint, readPack } from '@nabij/knowledge'
import { parse } from 'yaml'
import { writeOrCheck } from './generated.ts'

const root = join(import.meta.dirname, '..')
const room = join(root, 'packages', 'knowledge')

const { version, made, credits } = read('pack.yaml') as { version: string; made: string; credits: unknown[] }
const own = readAll('vendors') as { id: string; domains?: string[] }[]
const data = {
  format: 'nabij-knowledge/1',
  version,
  made,
  vendors: [...own, ...reported(own)].sort((a, b) => (a.id < b.id ? -1 : 1)),
  alternatives: readAll('alternatives').flat(),
  events: read('events.yaml') ?? [],
  laws: read('laws.yaml') ?? [],
  prices: readAll('prices').flat(),
  chips: readAll('chips').flat(),
  chipFacts: read('chip-facts.yaml') ?? [],
  credits,
}
const pack = readPack(JSON.stringify(data))
const faults = lint(pack)
for (const fault of faults) console.log(fault)
if (faults.length > 0) process.exitCode = 1
else writeOrCheck(root, { 'packages/knowledge/pack.json': `${JSON.stringify(pack, null, 1)}\n` })

/** Vendors that data sets report; what a data file of our own says goes first, by id and by domain. */
function reported(known: { id: string; domains?: string[] }[]) {
  const [ids, domains] = [new Set(known.map(({ id }) => id)), new Set(known.flatMap((vendor) => vendor.domains ?? []))]
  const files = list('reported').filter((name) => name.endsWith('.json'))
  return files.flatMap((name) => {
    const vendors = JSON.parse(readFileSync(join(room, 'reported', name), 'utf8')) as typeof known
    return vendors.filter((vendor) => {
      if (ids.has(vendor.id) || vendor.domains?.some((domain) => domains.has(domain))) return false
      ids.add(vendor.id)
      for (const domain of vendor.domains ?? []) domains.add(domain)
      return true
    })
  })
}

function readAll(folder: string): unknown[] {
  const files = list(folder).filter((name) => name.endsWith('.yaml'))
  return files.map((name) => {
    const content = read(join(folder, name))
    const id = (content as { id?: string } | null)?.id
    if (folder === 'vendors' && id !== basename(name, '.yaml')) throw new Error(`${name}: its id is ${id}`)
    return content
  })
}

function list(folder: string): string[] {
  try {
    return readdirSync(join(room, folder)).sort()
  } catch {
    return []
  }
}

function read(name: string): unknown {
  try {
    return parse(readFileSync(join(room, name), 'utf8'), { merge: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
