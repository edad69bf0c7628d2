import {
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../app/workspace.ts'
import { createRegisterApi, type Register, type RegisterApi } from './register.ts'

export function useRegisterApi(): RegisterApi {
  const { base } = useApi()
  return useMemo(() => createRegisterApi(base), [base])
}

/** Everything that is kept of the register starts with this: any change may touch any figure. */
export function useRegisterKey(...more: string[]): QueryKey {
  return [useApi().base, 'register', ...more]
}

export function useRegister(): UseQueryResult<Register> {
  const api = useRegisterApi()
  return useQuery({ queryKey: useRegisterKey('all'), queryFn: api.register })
}

/** Something asked of the register, kept under `name`. */
export function useAsked<T>(name: string[], ask: (api: RegisterApi) => Promise<T>): UseQueryResult<T> {
  const api = useRegisterApi()
  return useQuery({ queryKey: useRegisterKey(...name), queryFn: () => ask(api) })
}

/** Something that changes the register; all figures are asked for again. */
export function useChange<Given, Answer>(
  change: (api: RegisterApi, given: Given) => Promise<Answer>,
  onDone?: (answer: Answer, given: Given) => void,
): UseMutationResult<Answer, Error, Given> {
  const api = useRegisterApi()
  const client = useQueryClient()
  const queryKey = useRegisterKey()
  return useMutation({
    // One after another: two changes to one service at the same moment would wipe each other out.
    scope: { id: 'register' },
    mutationFn: (given: Given) => change(api, given),
    onSuccess: (answer, given) => onDone?.(answer, given),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
}
