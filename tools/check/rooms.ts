import { globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { parseSync } from 'rolldown/utils'

/** Which rooms each room may enter: the arrows of docs/architecture.md. An arrow that is not here does not exist. */
export const arrows: Record<string, readonly string[]> = {
  base: [],
  accounts: ['base'],
  vision: ['base'],
  knowledge: ['base'],
  register: ['base', 'knowledge'],
  chips: ['base'],
  dialects: ['base'],
  economics: ['base'],
  models: ['base', 'vision'],
  moves: ['base', 'economics'],
  reports: ['base'],
  stations: ['base', 'vision'],
  simulators: ['base'],
  adapters: ['accounts', 'base', 'knowledge', 'models', 'register', 'reports', 'stations', 'vision'],
  bench: ['adapters', 'base', 'dialects', 'knowledge', 'register', 'simulators', 'stations', 'vision'],
  web: ['base'],
  box: [
    'accounts',
    'adapters',
    'base',
    'bench',
    'chips',
    'dialects',
    'economics',
    'knowledge',
    'models',
    'moves',
    'register',
    'reports',
    'simulators',
    'stations',
    'vision',
  ],
}

/** Rooms that never touch the world: no Node built-ins outside their tests. */
const pure = [
  'accounts',
  'base',
  'chips',
  'dialects',
  'economics',
  'knowledge',
  'models',
  'moves',
  'register',
  'reports',
  'vision',
  'stations',
  'simulators',
]

interface Manifest {
  name: string
  exports?: string | Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

interface Room {
  folder: string
  short: string
  manifest: Manifest
}

/** Every import that crosses a wall where there is no door, one sentence each. */
export function checkRooms(root: string): string[] {
  const rooms = findRooms(root)
  const tools = manifestAt(root).devDependencies ?? {}
  return [...rooms.values()].flatMap((room) => [
    ...checkArrows(room),
    ...globSync('{src,bin}/**/*.{ts,tsx,js,mjs}', { cwd: room.folder }).flatMap((file) =>
      checkFile(room, rooms, tools, file),
    ),
  ])
}

function findRooms(root: string): Map<string, Room> {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { workspaces: string[] }
  const folders = workspaces.flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: root }))
  const rooms = folders.map((file) => {
    const folder = join(root, dirname(file))
    const manifest = manifestAt(folder)
    return { folder, short: manifest.name.replace('@nabij/', ''), manifest }
  })
  return new Map(rooms.map((room) => [room.manifest.name, room]))
}

function manifestAt(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

function checkArrows({ short, manifest }: Room): string[] {
  const allowed = arrows[short]
  if (!allowed) return [`${manifest.name}: not in the table of arrows (tools/check/rooms.ts)`]
  return Object.keys(manifest.dependencies ?? {})
    .filter((name) => name.startsWith('@nabij/') && !allowed.includes(name.slice('@nabij/'.length)))
    .map((name) => `${manifest.name}: package.json declares ${name}, which it may not enter`)
}

function checkFile(room: Room, rooms: Map<string, Room>, tools: Record<string, string>, file: string): string[] {
  const path = join(room.folder, file)
  const isTest = /\.test\.tsx?$/.test(file) || file.includes(`${sep}testing${sep}`)
  const declared = { ...room.manifest.dependencies, ...(isTest ? { ...tools, ...room.manifest.devDependencies } : {}) }
  const places = importsOf(path, readFileSync(path, 'utf8')).map((specifier) => {
    const fault = faultOf(specifier)
    return fault && `${join(relative(dirname(dirname(room.folder)), room.folder), file)}: ${specifier} ${fault}`
  })
  return places.filter((place) => place !== null)

  function faultOf(specifier: string): string | null {
    if (specifier.startsWith('.')) {
      return relative(room.folder, join(dirname(path), specifier)).startsWith('..') ? 'leaves the room' : null
    }
    if (isBuiltin(specifier)) return !isTest && pure.includes(room.short) ? 'is the world: this room is pure' : null
    const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
    if (name === room.manifest.name) return 'enters its own room by the front door: use a relative path'
    const typesOnly = `@types/${name.replace('@', '').replace('/', '__')}` in { ...room.manifest.devDependencies }
    if (!(name in declared) && !typesOnly) return 'is not declared in package.json'
    const target = rooms.get(name)
    return target && !doors(target).includes(specifier) ? 'passes the front door (see exports)' : null
  }
}

function doors({ manifest: { name, exports = {} } }: Room): string[] {
  return typeof exports === 'string' ? [name] : Object.keys(exports).map((door) => name + door.slice(1))
}

/** What a module imports or re-exports, types included. */
export function importsOf(path: string, text: string): string[] {
  const { errors, module, program } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const reexports = module.staticExports.flatMap((line) =>
    line.entries.map((entry) => entry.moduleRequest?.value ?? ''),
  )
  const dynamic = module.dynamicImports.map(
    ({ moduleRequest: { start, end } }) => /^(['"])(.*)\1$/.exec(text.slice(start, end))?.[2] ?? '',
  )
  // Only where these words stand at all: walking through every tree takes long.
  const written = /\brequire\b|\bimport\s*\(/.test(text) ? importsWithin(program) : []
  const all = [...module.staticImports.map((line) => line.moduleRequest.value), ...reexports, ...dynamic, ...written]
  return [...new Set(all)].filter(Boolean)
}

interface Node {
  type?: string
  source?: { value?: unknown }
  callee?: { name?: string }
  arguments?: { value?: unknown }[]
}

/** What the parser does not list: the type `import('x').Y`, and `require('x')`. */
function importsWithin(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const { type, source, callee, arguments: words } = node as Node
  const named =
    type === 'TSImportType'
      ? source?.value
      : type === 'CallExpression' && callee?.name === 'require'
        ? words?.[0]?.value
        : undefined
  return [...(typeof named === 'string' ? [named] : []), ...Object.values(node).flatMap(importsWithin)]
}
