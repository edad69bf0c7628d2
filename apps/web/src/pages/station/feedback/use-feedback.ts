import type { Correction, Verdict } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { takeCorrection } from '../../../api/cache.ts'
import { useApi } from '../../../app/workspace.ts'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import type { Label } from './word.ts'

export interface Feedback {
  give(verdict: Verdict, label: Label, kind: string | null): void
  busy: boolean
  error: Error | null
  /** One that would turn other marked pictures wrong, and waits for an answer. */
  asks: Correction | null
  /** The answer to it. */
  answer(yes: boolean): void
}

/** Gives a person's word to the box, says what came of it, and takes it back. */
export function useFeedback(): Feedback {
  const { t } = useTranslation()
  const { second, number } = useFormats()
  const api = useApi()
  const client = useQueryClient()
  const [asks, setAsks] = useState<Correction | null>(null)
  const take = (correction: Correction): void => takeCorrection(client, api.base, correction)
  const undo = useMutation({
    mutationFn: ({ id }: { id: string; time: string }) => api.undoCorrection(id),
    onSuccess: (correction, { time }) => {
      take(correction)
      say(t('work.feedback.undone', { time }))
    },
  })
  const give = useMutation({
    mutationFn: (word: { verdict: Verdict; label: Label; kind: string | null }) =>
      api.giveFeedback(word.verdict.id, { label: word.label, kind: word.kind }),
    onSuccess: (correction, { verdict, label }) => {
      take(correction)
      if (correction.state === 'asks') {
        setAsks(correction)
        return
      }
      const time = second(verdict.recordedAt)
      const how = correction.recipeId ? 'learned' : 'kept'
      say(t(`work.feedback.${how}.${label}`, { time, n: number(correction.checked) }), {
        undo: () => undo.mutate({ id: correction.id, time }),
      })
    },
  })
  const answer = useMutation({
    mutationFn: ({ id, yes }: { id: string; yes: boolean }) => (yes ? api.applyCorrection(id) : api.undoCorrection(id)),
    onSuccess: (correction, { yes }) => {
      take(correction)
      if (!yes) say(t('work.asks.refused'))
      else
        say(t('work.asks.applied', { n: number(correction.checked) }), {
          undo: () => undo.mutate({ id: correction.id, time: second(correction.at) }),
        })
    },
    onSettled: () => setAsks(null),
  })
  return {
    give: (verdict, label, kind) => give.mutate({ verdict, label, kind }),
    busy: give.isPending || answer.isPending,
    error: give.error ?? answer.error ?? undo.error,
    asks,
    answer: (yes) => asks && answer.mutate({ id: asks.id, yes }),
  }
}
