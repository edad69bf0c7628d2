import type { RegisterStore } from '@nabij/adapters/sqlite'
import type { KeptPapers } from './kept-papers.ts'
import type { RegisterThread } from './register-thread.ts'
import type { RegisterSettings } from './setting.ts'

interface CurrentPorts {
  store: RegisterStore
  /** Letters and exit plans as they are kept, the letters in time. */
  kept: KeptPapers
  thread: RegisterThread
  settings(): Promise<RegisterSettings>
  /** Path of the pack of knowledge in use. */
  knowledge(): string
  clock(): number
  sample: boolean
}

/** The thread that works the register out, always up to date with what is stored. */
export interface CurrentRegister {
  current(): Promise<RegisterThread>
  ask: RegisterThread['ask']
  /** What was stored shows from now on; whoever asks waits for it. */
  changed(why?: string | null): Promise<void>
  /** YYYY-MM-DD */
  today(): string
}

/** The row of the latest state among those by month. */
export const latest = 'last'

export function currentRegister({
  store,
  kept,
  thread,
  settings,
  knowledge,
  clock,
  sample,
}: CurrentPorts): CurrentRegister {
  let wanted = 1
  let loaded = { version: 0, day: '', falls: 0 }
  let loading: Promise<void> | null = null
  let because: string | null = null

  const today = (): string => new Date(clock()).toISOString().slice(0, 10)
  const isCurrent = (): boolean =>
    loaded.version === wanted && loaded.day === today() && loaded.falls === thread.falls()

  /** Brings the thread up to date before it is asked anything. */
  async function current(): Promise<RegisterThread> {
    while (!isCurrent()) {
      loading ??= load().finally(() => {
        loading = null
      })
      await loading
    }
    return thread
  }

  async function load(): Promise<void> {
    const at = { version: wanted, day: today(), falls: thread.falls() }
    const why = because
    const { company, europe, goal, reviewOn } = await settings()
    const [letters, exits] = [await kept.letters(), await kept.exits()]
    const setting = { company, europe, goal, reviewOn, letters, exits, sample, today: at.day, knowledge: knowledge() }
    await thread.ask('load', await store.state(), setting)
    await keepState(at.day, why)
    loaded = at
  }

  /** This month's state takes the place of itself; what changed since the last one goes into the log. */
  async function keepState(day: string, why: string | null): Promise<void> {
    const before = await store.snapshotServices(latest)
    const { changes, reopened, figures, services } = await thread.ask('turn', before)
    if (before === null && services === '[]') return
    const states = [latest, day.slice(0, 7)].map((month) => ({ month, figures, services }))
    const at = clock()
    await store.record(
      states,
      changes.map((body) => ({ at, because: why, body })),
    )
    for (const { serviceId, proof } of reopened) await kept.reopen(serviceId, proof, day)
    because = null
  }

  return {
    current,
    today,
    ask: async (call, ...values) => (await current()).ask(call, ...values),
    async changed(why = null) {
      wanted += 1
      because = why
      await current()
    },
  }
}
