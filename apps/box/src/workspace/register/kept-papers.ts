import type { RegisterStore } from '@nabij/adapters/sqlite'
import { Decision, type ExitProof, ExitState, Letter } from '@nabij/base'

/** Letters, decisions and exit plans as they lie in the store. */
export interface KeptPapers {
  /** A letter that was sent is late by itself when its day has passed. */
  letters(): Promise<Letter[]>
  keepLetter(letter: Letter): Promise<Letter>
  decisions(): Promise<Decision[]>
  keepDecision(decision: Decision): Promise<Decision>
  /** By service id. */
  exits(): Promise<Record<string, ExitState>>
  exit(serviceId: string): Promise<ExitState>
  keepExit(serviceId: string, state: ExitState): Promise<void>
  /** Opens a plan again, because of what is seen. */
  reopen(serviceId: string, proof: ExitProof | undefined, day: string): Promise<void>
}

export function keptPapers(store: RegisterStore, clock: () => number): KeptPapers {
  async function exit(serviceId: string): Promise<ExitState> {
    const row = (await store.papers('exit_plan')).find(({ id }) => id === serviceId)
    return ExitState.parse(row ? JSON.parse(row.body) : {})
  }

  async function keepExit(serviceId: string, state: ExitState): Promise<void> {
    const body = JSON.stringify(ExitState.parse(state))
    await store.putPaper('exit_plan', { id: serviceId, createdAt: clock(), body })
  }

  function inTime(letter: Letter): Letter {
    const day = new Date(clock()).toISOString().slice(0, 10)
    const late = letter.state === 'sent' && letter.answerBy !== null && letter.answerBy < day
    return late ? { ...letter, state: 'late' } : letter
  }

  return {
    exit,
    keepExit,
    async letters() {
      return (await store.papers('letter')).map(({ body }) => inTime(Letter.parse(JSON.parse(body))))
    },
    async keepLetter(letter) {
      const valid = Letter.parse(letter)
      await store.putPaper('letter', { id: valid.id, createdAt: valid.createdAt, body: JSON.stringify(valid) })
      return inTime(valid)
    },
    async decisions() {
      return (await store.papers('decision')).map(({ body }) => Decision.parse(JSON.parse(body)))
    },
    async keepDecision(decision) {
      const valid = Decision.parse(decision)
      await store.putPaper('decision', { id: valid.id, createdAt: valid.createdAt, body: JSON.stringify(valid) })
      return valid
    },
    async exits() {
      const rows = await store.papers('exit_plan')
      return Object.fromEntries(rows.map(({ id, body }) => [id, ExitState.parse(JSON.parse(body))]))
    },
    async reopen(serviceId, proof, day) {
      const [because] = proof?.because ?? []
      if (!because) return
      const said = await exit(serviceId)
      const reopened = { on: proof?.on ?? day, because }
      await keepExit(serviceId, { ...said, state: 'planned', switchedOn: null, reopened })
    },
  }
}
