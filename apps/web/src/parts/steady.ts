import { useEffect, useRef, useState } from 'react'

/** The value, but changing at most once in so many milliseconds: for what a person has to be able to point at. */
export function useSteady<T>(value: T, every: number): T {
  const [steady, setSteady] = useState(value)
  const changedAt = useRef(0)
  useEffect((): (() => void) | undefined => {
    // The first value is not waited for.
    const wait = steady === undefined ? 0 : Math.max(0, changedAt.current + every - performance.now())
    if (Object.is(value, steady)) return undefined
    const timer = setTimeout(() => {
      changedAt.current = performance.now()
      setSteady(value)
    }, wait)
    return () => clearTimeout(timer)
  }, [value, every, steady])
  return steady
}
