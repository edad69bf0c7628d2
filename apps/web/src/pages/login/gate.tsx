import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactElement, type ReactNode, Suspense, useEffect } from 'react'
import { useLocation } from 'wouter'
import { signedOut } from '../../api/csrf.ts'
import { peopleApi } from '../../api/people.ts'
import { PageSkeleton } from '../../parts/page-skeleton.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'

const LogIn = lazy(async () => ({ default: (await import('./login-page.tsx')).LoginPage }))
const Phone = lazy(async () => ({ default: (await import('../phone/phone-page.tsx')).PhonePage }))
const Screen = lazy(async () => ({ default: (await import('./screen-page.tsx')).ScreenPage }))

export const meKey = ['me'] as const

/** Who asks; kept fresh by every refusal. */
export function useMe() {
  return useQuery({ queryKey: meKey, queryFn: peopleApi.me, staleTime: 60_000 })
}

/** In front of every screen: a box with accounts shows nothing to somebody that it does not know. */
export function Gate({ children }: { children: ReactNode }): ReactElement {
  const client = useQueryClient()
  const [location] = useLocation()
  const { data: me, error } = useMe()
  useEffect(() => {
    const again = (): void => void client.invalidateQueries({ queryKey: meKey })
    signedOut.addEventListener('signed-out', again)
    return () => signedOut.removeEventListener('signed-out', again)
  }, [client])
  if (location === '/phone') return <Suspense fallback={<PageSkeleton />}>{<Phone />}</Suspense>
  if (location === '/screen') return <Suspense fallback={<PageSkeleton />}>{<Screen />}</Suspense>
  if (me && me.who === null) return <Suspense fallback={<PageSkeleton />}>{<LogIn />}</Suspense>
  // A box that does not answer is told of by the frame; until it has answered nothing is shown that may be secret.
  if (!me && error)
    return <ProblemView error={error} onRetry={() => void client.invalidateQueries({ queryKey: meKey })} />
  return me ? <>{children}</> : <PageSkeleton />
}
