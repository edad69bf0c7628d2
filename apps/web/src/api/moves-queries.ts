import type { DialectFacts, DropInRoute, Price } from '@nabij/base'
import { type QueryKey, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../app/workspace.ts'
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
  return useQuery({ queryKey: useMovesKey('routes'), queryFn: api.routes, refetchInterval: 5000 })
}

export function usePrices(): UseQueryResult<Price[]> {
  const api = useMovesApi()
  return useQuery({ queryKey: useMovesKey('prices'), queryFn: api.prices, staleTime: Infinity })
}
