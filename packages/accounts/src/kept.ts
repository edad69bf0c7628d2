import type { AccountRow, AccountStore, DeviceRow, SessionRow, TokenRow } from './ports.ts'

/**
 * What the store holds, in memory: every request asks who makes it. This is the only one that writes there, so what is
 * here is what is there.
 */
export interface Kept {
  accounts: Map<string, AccountRow>
  sessions: Map<string, SessionRow>
  devices: Map<string, DeviceRow>
  tokens: Map<string, TokenRow>
}

/** Reads all when it is first asked; a read that failed is tried again. */
export function keep(store: AccountStore): () => Promise<Kept> {
  let reading: Promise<Kept> | null = null
  async function read(): Promise<Kept> {
    const [accounts, sessions, devices, tokens] = await Promise.all([
      store.accounts(),
      store.sessions(),
      store.devices(),
      store.tokens(),
    ])
    return { accounts: byId(accounts), sessions: byId(sessions), devices: byId(devices), tokens: byId(tokens) }
  }
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = null
      throw error
    })
    return reading
  }
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}

export function byDigest<T extends { digest: string }>(rows: Map<string, T>, digest: string): T | undefined {
  return rows.values().find((row) => row.digest === digest)
}
