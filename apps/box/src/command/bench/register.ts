import { existsSync } from 'node:fs'
import {
  benchRegister,
  benchRegisterLog,
  benchRegisterMail,
  benchRegisterServer,
  benchRegisterTree,
  labelledEvidence,
  labelledFolder,
  registerLogTable,
  registerMailTable,
  registerServerTable,
  registerTable,
  registerTreeTable,
} from '@nabij/bench'
import { loadKnowledge } from '../../knowledge.ts'
import { type Call, optionText, type Run } from '../verb.ts'

/**
 * What is asked of the labelled evidence (shares), of whom 342 municipalities' mailboxes are with, and of every answer of
 * the server, whatever comes in meanwhile.
 */
const asked = { precision: 0.97, recall: 0.92, mail: 0.98, answerMs: 100 }

interface Part {
  result: unknown
  table: string
  kept: boolean
}

/** `nabij bench register` */
export const register: Run = async (call) => {
  const only = optionText(call, 'only')
  const parts: Record<string, () => Promise<Part | null>> = {
    evidence: () => evidence(call),
    mail: () => mail(call),
    tree: () => tree(call),
    log: () => log(call),
    server: () => server(call),
  }
  const results: Record<string, unknown> = {}
  let kept = true
  for (const [name, measure] of Object.entries(parts)) {
    if (only !== undefined && only !== name) continue
    const part = await measure()
    if (!part) continue
    results[name] = part.result
    kept &&= part.kept
    if (!call.json) call.terminal.print(`${part.table}\n`)
  }
  if (call.json) call.terminal.print(JSON.stringify(results))
  return kept && Object.keys(results).length > 0 ? 0 : 1
}

/** Left out where the labelled set does not lie, as beside a released nabij. */
async function evidence(call: Call): Promise<Part | null> {
  const folder = optionText(call, 'evidence') ?? labelledFolder
  if (!existsSync(folder)) return null
  const result = await benchRegister(loadKnowledge(call.installation.knowledge).index, labelledEvidence(folder))
  const { precision, recall, trapsConfirmed } = result
  const kept = precision >= asked.precision && recall >= asked.recall && trapsConfirmed === 0
  return { result, table: registerTable(result, call.language), kept }
}

async function mail(call: Call): Promise<Part | null> {
  const [folder] = call.args
  if (typeof folder !== 'string') return null
  const result = benchRegisterMail(folder)
  return {
    result,
    table: registerMailTable(result, call.language),
    kept: (result[0]?.right ?? 0) >= asked.mail,
  }
}

async function tree(call: Call): Promise<Part> {
  const { files } = call.options
  const peers = optionText(call, 'peers')
  const result = await benchRegisterTree({
    ...(typeof files === 'number' ? { files } : {}),
    ...(peers === undefined ? {} : { peers }),
    command: [process.execPath, call.installation.commandProgram, 'register', 'scan', '--json'],
    signal: call.signal,
  })
  return { result, table: registerTreeTable(result, call.language), kept: true }
}

async function log(call: Call): Promise<Part> {
  const { lines } = call.options
  const result = await benchRegisterLog(typeof lines === 'number' ? { lines } : {})
  return { result, table: registerLogTable(result, call.language), kept: result.every(({ seconds }) => seconds < 30) }
}

async function server(call: Call): Promise<Part> {
  const result = await benchRegisterServer({ command: call.installation.commandProgram, signal: call.signal })
  const worst = Math.max(...result.rows.flatMap(({ page, api }) => [page.max, api.max]))
  return { result, table: registerServerTable(result, call.language), kept: worst < asked.answerMs }
}
