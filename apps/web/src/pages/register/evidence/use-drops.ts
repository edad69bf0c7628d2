import type { ColumnChoice } from '@nabij/base'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { EvidenceRead } from '../../../api/register.ts'
import { useRegisterApi, useRegisterKey } from '../../../api/register-queries.ts'

/** A file that was dropped, from the first look until it is added. */
export interface Drop {
  key: string
  file: File
  state: 'looking' | 'seen' | 'adding' | 'failed'
  /** How far it was sent, 0–1. */
  share: number
  read: EvidenceRead | null
  /** Which column says what, once a person has said so. */
  columns: ColumnChoice | undefined
  error: unknown
  cut: AbortController
}

export interface Drops {
  drops: Drop[]
  take(files: File[]): void
  /** Looks at it again by these columns. */
  lookBy(drop: Drop, columns: ColumnChoice): void
  add(drop: Drop): Promise<EvidenceRead | null>
  leave(drop: Drop): void
}

let count = 0

/** Looks at each file without keeping anything, and adds it when a person says so. One after another: the box reads one. */
export function useDrops(): Drops {
  const api = useRegisterApi()
  const client = useQueryClient()
  const queryKey = useRegisterKey()
  const [drops, setDrops] = useState<Drop[]>([])
  const change = useCallback((key: string, what: Partial<Drop>): void => {
    setDrops((known) => known.map((drop) => (drop.key === key ? { ...drop, ...what } : drop)))
  }, [])
  const remove = useCallback((key: string): void => setDrops((known) => known.filter((drop) => drop.key !== key)), [])

  const send = useCallback(
    async (drop: Drop, preview: boolean): Promise<EvidenceRead | null> => {
      try {
        const onProgress = (share: number): void => change(drop.key, { share })
        return await api.readEvidence(drop.file, preview, onProgress, drop.cut.signal, drop.columns)
      } catch (error) {
        if (drop.cut.signal.aborted) remove(drop.key)
        else change(drop.key, { state: 'failed', error })
        return null
      }
    },
    [api, change, remove],
  )

  const take = useCallback(
    (files: File[]): void => {
      const fresh = files.map((file): Drop => {
        count += 1
        const key = `${count}`
        return {
          key,
          file,
          state: 'looking',
          share: 0,
          read: null,
          columns: undefined,
          error: null,
          cut: new AbortController(),
        }
      })
      setDrops((known) => [...known, ...fresh])
      void (async () => {
        for (const drop of fresh) {
          if (drop.cut.signal.aborted) continue
          const read = await send(drop, true)
          if (read) change(drop.key, { state: 'seen', read })
        }
      })()
    },
    [change, send],
  )

  const lookBy = useCallback(
    (drop: Drop, columns: ColumnChoice): void => {
      change(drop.key, { state: 'looking', share: 0, columns, error: null })
      void send({ ...drop, columns }, true).then((read) => read && change(drop.key, { state: 'seen', read }))
    },
    [change, send],
  )

  const add = useCallback(
    async (drop: Drop): Promise<EvidenceRead | null> => {
      change(drop.key, { state: 'adding', share: 0 })
      const read = await send(drop, false)
      if (read) remove(drop.key)
      await client.invalidateQueries({ queryKey })
      return read
    },
    [change, send, remove, client, queryKey],
  )

  const leave = useCallback(
    (drop: Drop): void => {
      drop.cut.abort()
      remove(drop.key)
    },
    [remove],
  )
  return { drops, take, lookBy, add, leave }
}
