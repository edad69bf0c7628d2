import { serveReader } from '@nabij/adapters/reader'
import { readEvidence } from '@nabij/register'
import { loadKnowledge } from './knowledge.ts'

// The reader process: takes one foreign file apart. What it does not recognise never leaves it.
const { index } = loadKnowledge(process.argv[2] ?? '')
serveReader((file, { rules, own, signal }) => readEvidence(file, { index, rules, own, signal }))
