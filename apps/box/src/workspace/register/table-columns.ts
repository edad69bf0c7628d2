import { createHash } from 'node:crypto'
import { KnownColumns, NabijError, type RememberedColumns, type SeenTable } from '@nabij/base'
import { headerKey } from '@nabij/register'
import { z } from 'zod'
import { createLine } from '../line.ts'

/** Which column says what in tables that a person once pointed them out in. */
export interface TableColumns {
  all(): Promise<KnownColumns[]>
  remember(table: SeenTable): Promise<void>
  list(): Promise<RememberedColumns[]>
  /** From now on a table with that header is asked about again. @throws NabijError NABIJ_NOT_FOUND */
  forget(id: string): Promise<void>
}

interface Settings {
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
}

const settingName = 'table-columns'
const most = 200

export function createTableColumns(settings: Settings): TableColumns {
  const line = createLine(Number.POSITIVE_INFINITY)
  async function all(): Promise<KnownColumns[]> {
    const text = await settings.get(settingName)
    return text === null ? [] : z.array(KnownColumns).parse(JSON.parse(text))
  }
  const idOf = ({ header }: KnownColumns): string => createHash('sha256').update(header).digest('hex').slice(0, 24)
  return {
    all,
    list: async () => (await all()).map((one) => ({ ...one, id: idOf(one) })),
    forget: (id) =>
      line(async () => {
        const before = await all()
        const others = before.filter((one) => idOf(one) !== id)
        if (others.length === before.length) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
        await settings.set(settingName, JSON.stringify(others))
      }),
    // One after the other: two at the same moment must not undo each other. Without a header nothing tells it again.
    remember: ({ header, columns }) =>
      line(async () => {
        if (header === null) return
        const key = headerKey(header)
        const others = (await all()).filter((one) => one.header !== key)
        await settings.set(settingName, JSON.stringify([{ header: key, columns }, ...others].slice(0, most)))
      }),
  }
}
