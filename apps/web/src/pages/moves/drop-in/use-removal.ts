import type { DropInRoute } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMovesApi, useMovesKey } from '../../../api/moves-queries.ts'
import { say } from '../../../parts/toasts.tsx'

/**
 * Takes a connection off the list at once, and away once that can no longer be undone: a key that is gone cannot be had
 * back, and every program that uses it would have to be changed. Who leaves the page has made up their mind.
 */
export function useRemoval(): {
  leaving: ReadonlySet<string>
  remove: (route: DropInRoute) => void
  error: Error | null
} {
  const { t } = useTranslation()
  const api = useMovesApi()
  const client = useQueryClient()
  const queryKey = useMovesKey('routes')
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set())
  const stay = (id: string): void => setLeaving((all) => new Set([...all].filter((one) => one !== id)))
  const removal = useMutation({
    mutationFn: api.removeRoute,
    onSettled: async (_answer, _error, id) => {
      await client.invalidateQueries({ queryKey })
      stay(id)
    },
  })
  useEffect(() => {
    const leave = (): void => leaving.forEach((id) => void api.removeRoute(id))
    addEventListener('pagehide', leave)
    return () => removeEventListener('pagehide', leave)
  }, [leaving, api])
  return {
    leaving,
    error: removal.error,
    remove({ id, model }) {
      setLeaving((all) => new Set([...all, id]))
      say(t('dropIn.removed', { model }), { undo: () => stay(id), done: () => removal.mutate(id) })
    },
  }
}
