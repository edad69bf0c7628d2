import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTree } from '@nabij/adapters/tree'
import type { Trace } from '@nabij/base'
import { type RepositoryRead, readRepository } from '@nabij/register'
import { type Machine, thisMachine } from './machine.ts'
import { type MadeTree, makeTree } from './register-tree/make-tree.ts'
import { type MissingPeer, runPeer, treePeers } from './register-tree/tree-peers.ts'

export interface RegisterTreeInput {
  /** Files of the made tree (20,000). */
  files?: number
  /** A tree of one's own instead. */
  tree?: string
  /** Rounds in which nabij and the peers take turns; the median counts (3). */
  rounds?: number
  /** Where the peers are kept; without it nabij runs alone. */
  peers?: string
  /** Program and arguments that scan the folder named after them: `nabij register scan --json`, measured from its start. */
  command?: readonly string[]
  signal: AbortSignal
}

export interface TreeRow {
  name: string
  ms: number
  /** How many times as long as nabij's reading takes. */
  times: number
  /** Different packages that it lists; null for the command. */
  packages: number | null
  /** Of those the share that nabij has too. */
  shared: number | null
}

export interface RegisterTreeBench {
  machine: Machine
  made: MadeTree | null
  entries: number
  looked: number
  packages: RepositoryRead['packages']
  traces: number
  rows: TreeRow[]
  missing: MissingPeer[]
}

/** How fast a whole tree is read, beside the programs that make bills of materials of it. */
export async function benchRegisterTree(input: RegisterTreeInput): Promise<RegisterTreeBench> {
  const { files = 20_000, rounds = 3, signal } = input
  const work = await mkdtemp(join(tmpdir(), 'nabij-bench-'))
  try {
    const tree = input.tree ?? join(work, 'tree')
    const made = input.tree ? null : await makeTree(tree, files)
    const peers = input.peers ? await treePeers(input.peers, signal) : []
    const missing = peers.filter((peer) => 'missing' in peer)
    const own: Reading[] = []
    const times = new Map<string, number[]>()
    const found = new Map<string, Set<string>>()
    for (let round = 0; round < rounds; round += 1) {
      signal.throwIfAborted()
      own.push(await read(tree, signal))
      if (input.command) add(times, 'nabij register scan', await runCommand(input.command, tree, signal))
      for (const peer of peers) {
        if ('missing' in peer) continue
        const { ms, packages } = await runPeer(peer, tree, join(work, 'bom.json'), signal)
        add(times, peer.name, ms)
        found.set(peer.name, packages)
      }
    }
    const [first] = own
    if (!first) throw new Error('nothing was measured: no rounds')
    const ms = median(own.map((reading) => reading.ms))
    const rows: TreeRow[] = [{ name: 'nabij', ms, times: 1, packages: first.packages.size, shared: 1 }]
    for (const [name, taken] of times) {
      const packages = found.get(name)
      const shared = packages ? [...packages].filter((purl) => first.packages.has(purl)).length / packages.size : null
      rows.push({ name, ms: median(taken), times: median(taken) / ms, packages: packages?.size ?? null, shared })
    }
    const { entries, repository, traces } = first
    return {
      machine: thisMachine(),
      made,
      entries,
      looked: repository.looked,
      packages: repository.packages,
      traces,
      rows,
      missing,
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

interface Reading {
  ms: number
  entries: number
  traces: number
  packages: Set<string>
  repository: RepositoryRead
}

async function read(folder: string, signal: AbortSignal): Promise<Reading> {
  const packages = new Set<string>()
  let traces = 0
  const emit = {
    record: () => undefined,
    ignored: () => undefined,
    day: () => undefined,
    trace({ kind, name }: Trace) {
      traces += 1
      if (kind === 'package') packages.add(name)
    },
  }
  const began = performance.now()
  const tree = await openTree(folder, { signal })
  const repository = await readRepository(tree.files, emit, signal)
  return { ms: performance.now() - began, entries: tree.entries(), traces, packages, repository }
}

async function runCommand(
  [program = '', ...args]: readonly string[],
  tree: string,
  signal: AbortSignal,
): Promise<number> {
  const began = performance.now()
  const child = spawn(program, [...args, tree], { stdio: 'ignore', signal })
  await once(child, 'close')
  return performance.now() - began
}

function add(times: Map<string, number[]>, name: string, ms: number): void {
  times.set(name, [...(times.get(name) ?? []), ms])
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}
