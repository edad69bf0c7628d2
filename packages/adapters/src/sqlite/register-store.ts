import type { Evidence, Finding, OwnFact, PackInUse, Question } from '@nabij/base'
import type { Reads, Remote, Writes } from './calls/index.ts'
import type { PaperRow } from './calls/register.ts'

type Paper = 'letter' | 'decision' | 'exit_plan'

/** What the register rests on. Bodies are JSON text: this store does not look inside. */
export interface RegisterStore {
  /** {evidence, findings, questions, notes, rules, ownFacts, apart} as the bytes of one JSON text. */
  state(): Promise<Uint8Array<ArrayBuffer>>
  evidence(): Promise<Evidence[]>
  oneEvidence(id: string): Promise<Evidence | null>
  findingsOf(evidenceId: string, after: string, limit: number): Promise<Finding[]>
  question(id: string): Promise<Question | null>
  rules(): Promise<string[]>
  notes(serviceId: string): Promise<string | null>
  papers(paper: Paper): Promise<PaperRow[]>
  snapshots(): Promise<{ month: string; figures: string }[]>
  snapshotServices(month: string): Promise<string | null>
  changes(limit: number): Promise<{ at: number; because: string | null; body: string }[]>
  /**
   * Stores pieces of evidence with what was found in each, in small steps and visible all at once: a kill half-way
   * leaves what was there before, but for what has the same id.
   */
  add(all: { evidence: Evidence; findings: Finding[]; questions: Question[] }[]): Promise<void>
  remove(evidenceId: string): Promise<void>
  removeQuestions(ids: string[]): Promise<void>
  /** Clears away what a kill left half stored. */
  sweep(): Promise<void>
  setNotes(serviceId: string, body: string): Promise<void>
  setRule(words: string, body: string): Promise<void>
  removeRule(words: string): Promise<boolean>
  setApart(serviceId: string, findingId: string, apart: boolean): Promise<void>
  putPaper(paper: Paper, row: PaperRow): Promise<void>
  /** What people stated of vendors. */
  ownFacts(): Promise<OwnFact[]>
  setOwnFact(fact: OwnFact): Promise<void>
  removeOwnFact(vendorId: string, field: string): Promise<boolean>
  /** Packs of knowledge that were put in use, the last one first; each is a file under its hash. */
  packs(): Promise<PackInUse[]>
  addPack(pack: PackInUse): Promise<void>
  /** Takes it and all that came after it back. */
  removePack(sha256: string): Promise<void>
  record(
    snapshots: { month: string; figures: string; services: string }[],
    changes: { at: number; because: string | null; body: string }[],
  ): Promise<void>
}

/** Rows in one step: others write between two of them, and no message is large. */
const atOnce = 200

/** @param readLong like `read`, in a thread of its own: what the whole register needs, and no page waits for */
export function registerStore(read: Remote<Reads>, write: Remote<Writes>, readLong: Remote<Reads>): RegisterStore {
  return {
    state: () => readLong('registerState'),
    evidence: () => read('listEvidence'),
    oneEvidence: (id) => read('getEvidence', id),
    findingsOf: (evidenceId, after, limit) => read('findingsOf', evidenceId, after, limit),
    question: (id) => read('findQuestion', id),
    rules: () => read('listRules'),
    notes: (serviceId) => read('getNotes', serviceId),
    papers: (paper) => read('listPapers', paper),
    snapshots: () => read('listSnapshots'),
    snapshotServices: (month) => readLong('snapshotServices', month),
    changes: (limit) => read('listChanges', limit),
    async add(all) {
      for (const { evidence, findings, questions } of all) {
        await write('beginEvidence', evidence)
        for (const piece of pieces(findings)) await write('addFindings', evidence.id, piece)
        for (const piece of pieces(questions)) await write('addQuestions', evidence.id, piece)
      }
      await write(
        'completeEvidence',
        all.map(({ evidence }) => evidence.id),
      )
    },
    remove: (evidenceId) => write('removeEvidence', evidenceId),
    removeQuestions: (ids) => write('removeQuestions', ids),
    sweep: () => write('sweepEvidence'),
    setNotes: (serviceId, body) => write('setNotes', serviceId, body),
    setRule: (words, body) => write('setRule', words, body),
    removeRule: (words) => write('removeRule', words),
    setApart: (serviceId, findingId, apart) => write('setApart', serviceId, findingId, apart),
    putPaper: (paper, row) => write('putPaper', paper, row),
    ownFacts: () => read('listOwnFacts'),
    setOwnFact: (fact) => write('setOwnFact', fact),
    removeOwnFact: (vendorId, field) => write('removeOwnFact', vendorId, field),
    packs: () => read('listPacks'),
    addPack: (pack) => write('addPack', pack),
    removePack: (sha256) => write('removePack', sha256),
    record: (snapshots, changes) => write('recordState', snapshots, changes),
  }
}

function* pieces<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += atOnce) yield all.slice(at, at + atOnce)
}
