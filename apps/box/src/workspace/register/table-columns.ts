import { KnownColumns, type SeenTable } from '@nabij/base'
import { headerKey } from '@nabij/register'
import { z } from 'zod'
import { createLine } from './line.ts'

/** Which column says what in tables that a person once pointed them out in. */
export interface TableColumns {
  all(): Promise<KnownColumns[]>
  remember(table: SeenTable): Promise<void>
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
  return {
    all,
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
