import { serveReader } from '@nabij/adapters/reader'
import { openTree } from '@nabij/adapters/tree'
import { readEvidence, readRepositoryEvidence } from '@nabij/register'
import { loadKnowledge } from './knowledge.ts'

// The reader process: takes one foreign file apart. What it does not recognise never leaves it.
const { index } = loadKnowledge(process.argv[2] ?? '')
serveReader({
  file: (file, options) => readEvidence(file, { index, ...options }),
  async tree({ name, path }, options) {
    const { files, left } = await openTree(path, { signal: options.signal })
    const { evidence } = await readRepositoryEvidence({ name, files }, { index, ...options })
    return [{ ...evidence, ignored: [...evidence.ignored, ...left()] }]
  },
})
