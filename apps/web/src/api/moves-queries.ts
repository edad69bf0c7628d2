import type { DialectFacts, DropInRoute, Price } from '@nabij/base'
import {
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi, useWorkspace } from '../app/workspace.ts'
import { createMovesApi, type MovesApi } from './moves.ts'

export function useMovesApi(): MovesApi {
  const { base } = useApi()
  return useMemo(() => createMovesApi(base), [base])
}

/** Everything that is kept of leaving a cloud starts with this. */
export function useMovesKey(...more: string[]): QueryKey {
  return [useApi().base, 'moves', ...more]
}

/** The cloud services in whose place the box can answer; they change with the box only. */
export function useDialects(): UseQueryResult<DialectFacts[]> {
  const api = useMovesApi()
  return useQuery({ queryKey: useMovesKey('dialects'), queryFn: api.dialects, staleTime: Infinity })
}

/** What old programs find here; asked again because calls are counted by themselves. */
export function useRoutes(): UseQueryResult<DropInRoute[]> {
  const api = useMovesApi()
  // Programs never reach the sample.
  const enabled = useWorkspace().kind === 'own'
  return useQuery({ queryKey: useMovesKey('routes'), queryFn: api.routes, refetchInterval: 5000, enabled })
}

export function usePrices(): UseQueryResult<Price[]> {
  const api = useMovesApi()
  return useQuery({ queryKey: useMovesKey('prices'), queryFn: api.prices, staleTime: Infinity })
}

/** Something asked of the box, kept under `name`. */
export function useMovesAsked<T>(name: string[], ask: (api: MovesApi) => Promise<T>): UseQueryResult<T> {
  const api = useMovesApi()
  return useQuery({ queryKey: useMovesKey(...name), queryFn: () => ask(api) })
}

/** Something that changes a move or a connection; what hangs on it is asked for again. */
export function useMovesChange<Given, Answer>(
  change: (api: MovesApi, given: Given) => Promise<Answer>,
  onDone?: (answer: Answer, given: Given) => void,
): UseMutationResult<Answer, Error, Given> {
  const api = useMovesApi()
  const client = useQueryClient()
  const base = useApi().base
  return useMutation({
    mutationFn: (given: Given) => change(api, given),
    onSuccess: (answer, given) => onDone?.(answer, given),
    onSettled: async () => {
      // A move is the plan of leaving, which stands in the register, too.
      await client.invalidateQueries({ queryKey: [base, 'moves'] })
      await client.invalidateQueries({ queryKey: [base, 'register'] })
    },
  })
}
