import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useTold } from '../parts/problem-view.tsx'
import { say } from '../parts/toasts.tsx'
import { ownApi, type Workspace } from './workspace.ts'

/** Kept by this browser: somebody has deleted the sample, so nothing makes it again unasked. */
const removed = 'nabij-sample-removed'
/** Kept by this tab: the sample is to be deleted as soon as its pages are left. */
const leaving = 'nabij-sample-leaving'

/** Whether the sample may be made or woken without being asked for. */
export function isSampleWelcome(): boolean {
  return localStorage.getItem(removed) === null
}

export function welcomeSample(): void {
  localStorage.removeItem(removed)
}

/** Leaves the sample and deletes it from outside: its own pages would wake it again by looking at it. */
export function leaveAndRemoveSample(): void {
  localStorage.setItem(removed, 'true')
  sessionStorage.setItem(leaving, 'true')
  location.assign('/')
}

/** Deletes the sample that has just been left; being in the sample makes it welcome again. */
export function useSampleRemoval(kind: Workspace['kind']): void {
  const { t } = useTranslation()
  const tell = useTold()
  useEffect(() => {
    if (kind === 'sample') welcomeSample()
    if (kind === 'sample' || sessionStorage.getItem(leaving) === null) return
    sessionStorage.removeItem(leaving)
    ownApi.deleteSample().then(
      () => say(t('frame.sample.removed')),
      (error: unknown) => say(tell(error).title),
    )
  }, [kind, t, tell])
}
