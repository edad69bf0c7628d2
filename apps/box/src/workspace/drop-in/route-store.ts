import { DropInConfig } from '@nabij/base'
import { z } from 'zod'
import { createLine } from '../line.ts'
import { MadeKey } from './keys.ts'

export interface RouteSettings {
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
}

const StoredRoute = DropInConfig.extend({ id: z.uuid(), createdAt: z.int(), key: MadeKey })
export type StoredRoute = z.infer<typeof StoredRoute>

const settingName = 'drop-in'

/** The routes, in one setting: there are few, and all are read with each request. */
export function createRouteStore(settings: RouteSettings) {
  const line = createLine(Number.POSITIVE_INFINITY)
  let known: StoredRoute[] | undefined

  async function all(): Promise<StoredRoute[]> {
    if (known) return known
    const text = await settings.get(settingName)
    known = text === null ? [] : z.array(StoredRoute).parse(JSON.parse(text))
    return known
  }

  /** One change after the other; only what is on disk counts. */
  async function change(make: (before: StoredRoute[]) => StoredRoute[]): Promise<void> {
    await line(async () => {
      const after = make(await all())
      await settings.set(settingName, JSON.stringify(after))
      known = after
    })
  }

  return {
    all,
    put: (route: StoredRoute) =>
      change((before) =>
        before.some(({ id }) => id === route.id)
          ? before.map((each) => (each.id === route.id ? route : each))
          : [...before, route],
      ),
    remove: (id: string) => change((before) => before.filter((each) => each.id !== id)),
  }
}
