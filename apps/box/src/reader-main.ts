import { readFileSync } from 'node:fs'
import { serveReader } from '@nabij/adapters/reader'
import { openTree } from '@nabij/adapters/tree'
import type { KnowledgePack } from '@nabij/base'
import { knowledgeIndex } from '@nabij/knowledge'
import { readEvidence, readRepositoryEvidence } from '@nabij/register'

// The reader process: takes one foreign file apart. What it does not recognise never leaves it.
// Whoever starts it loads the same pack and checks it: doing that for each file again takes longer than most files.
const index = knowledgeIndex(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as KnowledgePack)
serveReader({
  file: (file, options) => readEvidence(file, { index, ...options }),
  async tree({ name, path }, options) {
    const { files, left } = await openTree(path, { signal: options.signal })
    const { evidence } = await readRepositoryEvidence({ name, files }, { index, ...options })
    return [{ ...evidence, ignored: [...evidence.ignored, ...left()] }]
  },
})
