import { useEffect } from 'react'

/**
 * A screen that is gone to begins at its top, and reading begins at its content. Going back leaves the browser's own
 * place alone. The router tells of each step forward by an event on the window.
 */
export function useScreenStart(): void {
  useEffect(() => {
    const onStep = (): void => {
      if (location.hash) return
      window.scrollTo(0, 0)
      document.getElementById('content')?.focus({ preventScroll: true })
    }
    window.addEventListener('pushState', onStep)
    return () => window.removeEventListener('pushState', onStep)
  }, [])
}
