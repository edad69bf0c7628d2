import { NabijError } from '@nabij/base'
import { chooseReader, peek } from './evidence/choose.ts'
import { collect } from './evidence/collect.ts'
import type { ReadEvidence, ReadOptions } from './evidence/read-evidence.ts'
import type { Emit, EvidenceReader } from './reader.ts'
import { collectedInto, type PackageCounts } from './repository/collected.ts'
import { mayMatter } from './repository/files-that-matter.ts'
import { startDigest } from './resolve/digest.ts'
import { resolve } from './resolve/index.ts'
import { baseName } from './software/head.ts'
import { packageUrl } from './software/package-url.ts'
import { softwareReaders } from './software/readers.ts'

export { isForeignFolder, isRepository, mayMatter } from './repository/files-that-matter.ts'

/** A file of a tree; its bytes are only asked for when its name matters. */
export interface TreeFile {
  /** From the root of the tree, with `/`. */
  path: string
  size: number
  bytes(): AsyncIterable<Uint8Array>
}

export interface RepositoryRead {
  /** Files whose name matters. */
  looked: number
  /** Files by the reader that read them. */
  read: Record<string, number>
  /** Files that could not be read, with the code of the error: at most a hundred. */
  unreadable: { path: string; code: string }[]
  packages: PackageCounts
}

/** A larger file is no manifest and no lock file. */
const largest = 128 * 1_048_576

/**
 * A whole repository as one piece of evidence: its id is the SHA-256 over paths and bytes of the files that matter, so
 * that the same tree twice is the same evidence.
 */
export async function readRepositoryEvidence(
  given: { name: string; files: AsyncIterable<TreeFile> },
  options: ReadOptions,
): Promise<{ evidence: ReadEvidence; repository: RepositoryRead }> {
  const digest = startDigest()
  const collected = collect(options.own ?? [])
  const signal = options.signal ?? new AbortController().signal
  const repository = await readRepository(hashed(), collected.emit, signal)
  const sha256 = digest.hex()
  const read = collected.finish((trace) => resolve(trace, options.index, options.rules, sha256))
  return { evidence: { path: given.name, reader: 'repository', sha256, ...read }, repository }

  async function* hashed(): AsyncGenerator<TreeFile> {
    for await (const { path, size, bytes } of given.files) {
      if (mayMatter(path)) digest.update(new TextEncoder().encode(`\n${path}\n${size}\n`))
      yield { path, size, bytes: () => through(bytes()) }
    }
  }

  async function* through(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      digest.update(chunk)
      yield chunk
    }
  }
}

/**
 * Reads a whole repository at once: of each file that matters by its name the reader that recognises it. A thing that
 * stands in many files gives one trace; a file that cannot be read is counted, and the others are read.
 */
export async function readRepository(
  files: AsyncIterable<TreeFile>,
  emit: Emit,
  signal: AbortSignal,
): Promise<RepositoryRead> {
  const collected = collectedInto(emit)
  const own = new Set<string>()
  const result: RepositoryRead = {
    looked: 0,
    read: {},
    unreadable: [],
    packages: { direct: 0, transitive: 0, unsaid: 0 },
  }
  for await (const file of files) {
    signal.throwIfAborted()
    if (!mayMatter(file.path)) continue
    result.looked += 1
    if (file.size > largest) {
      emit.ignored('file that is too large')
      continue
    }
    await readOne(file)
  }
  collected.own(own)
  result.packages = collected.finish()
  return result

  async function readOne({ path, bytes }: TreeFile): Promise<void> {
    try {
      const { head, file } = await peek({ name: path, bytes })
      const reader = chooseReader(head, softwareReaders)
      if (!reader || isOutOfPlace(reader, path)) return
      const name = ownName(path, head.text)
      if (name && own.size < 10_000) own.add(name)
      await reader.read(file, { ...emit, trace: (trace) => collected.add(path, trace) }, signal)
      result.read[reader.id] = (result.read[reader.id] ?? 0) + 1
    } catch (error) {
      signal.throwIfAborted()
      emit.ignored('file that cannot be read')
      const code = error instanceof NabijError ? error.code : 'NABIJ_EVIDENCE_UNREADABLE'
      if (result.unreadable.length < 100) result.unreadable.push({ path, code })
    }
  }
}

/** A workflow runs only where its service looks for it; elsewhere it is an example. */
function isOutOfPlace(reader: EvidenceReader, path: string): boolean {
  return reader.id === 'github-workflow' && !/(?:^|\/)\.(?:github|gitea|forgejo)\/|(?:^|\/)action\.ya?ml$/.test(path)
}

function ownName(path: string, text: string): string | null {
  const name = baseName(path)
  if (name === 'package.json') return packageUrl('npm', /"name"\s*:\s*"([^"]{1,200})"/.exec(text)?.[1] ?? '')
  return name === 'go.mod' ? packageUrl('golang', /^module\s+(\S+)/m.exec(text)?.[1] ?? '') : null
}
