import { AnswerSheet, Ask, NabijError } from '@nabij/base'
import type { Emit, EvidenceFile } from '../../reader.ts'
import { readJson } from '../../software/read-json.ts'
import { csvOf } from '../../text/index.ts'
import { dayOf } from './day.ts'
import type { Answered } from './index.ts'

/** What is read of a sheet: its answers, and the day that the supplier wrote on it. */
export interface Sheet {
  answers: Answered[]
  saidOn: string | null
}

/** Longer than any honest answer. */
const longest = 2000
const most = 10_000
const unknown = /^(?:onbekend|unknown|n\/?a|n\.v\.t\.?|nvt|\?|-+|weet (?:ik|we) niet|do(?:n'?t| not) know)\.?$/i

export async function sheetOfJson(file: EvidenceFile, emit: Emit, signal: AbortSignal): Promise<Sheet> {
  const read = AnswerSheet.safeParse(await readJson(file, signal))
  if (!read.success) {
    const [issue] = read.error.issues
    throw unreadable(file, 'no answer sheet', issue?.path.join('.') || 'format')
  }
  const { letter, answeredOn, services } = read.data
  const answers: Answered[] = []
  for (const { id, answers: said } of services)
    for (const ask of Ask.options)
      take({ serviceId: id, ask, value: said[ask] ?? '', letter, locator: `${id}/${ask}` }, answers, emit)
  return { answers, saidOn: answeredOn }
}

/** Columns: letter, service, ask, question, answer. A row `answered-on` has the day. The question is for people only. */
export async function sheetOfTable(file: EvidenceFile, emit: Emit, signal: AbortSignal): Promise<Sheet> {
  const answers: Answered[] = []
  let saidOn: string | null = null
  let head = true
  for await (const { line, cells } of csvOf(file, { signal, largest: 65_536 })) {
    const [letter = '', serviceId = '', ask = '', , answer = ''] = cells.map((cell) => cell.trim())
    if (head) {
      head = false
      continue
    }
    if (ask === 'answered-on') {
      saidOn = dayOf(answer)
      if (!saidOn && answer !== '') emit.ignored('date that is none')
      continue
    }
    const known = Ask.safeParse(ask)
    if (!known.success || serviceId === '' || serviceId.length > 300 || answers.length >= most)
      emit.ignored('line that answers no question')
    else {
      const said = { serviceId, ask: known.data, value: answer, letter: letter.slice(0, 100) || null }
      take({ ...said, locator: `line ${line}` }, answers, emit)
    }
  }
  if (head) throw unreadable(file, 'no answer sheet', 'line 1')
  return { answers, saidOn }
}

/** What is left open, or answered with "unknown", is no claim: it is counted. */
function take(answer: Answered, answers: Answered[], emit: Emit): void {
  const value = answer.value.replaceAll('\r', '').trim()
  if (value === '') return
  emit.record()
  if (unknown.test(value)) emit.ignored('answered with unknown')
  else answers.push({ ...answer, value: value.slice(0, longest) })
}

function unreadable(file: EvidenceFile, reason: string, where: string): NabijError {
  return new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path: file.name, reason, where })
}
