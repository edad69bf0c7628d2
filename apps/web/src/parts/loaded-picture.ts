import { useEffect, useState } from 'react'

/**
 * The newest picture that has been loaded and decoded, so that a live picture never flashes white.
 * While one loads, newer wishes replace each other: a slow line shows fewer pictures, not older ones.
 */
export function useLoadedPicture(wanted: string | null): { shown: string | null; failed: boolean } {
  const [shown, setShown] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)
  const next = wanted === shown ? null : wanted
  const start = busy === null ? next : null

  useEffect(() => {
    if (start !== null) setBusy(start)
  }, [start])

  useEffect(() => {
    if (busy === null) return
    let open = true
    const image = new Image()
    image.src = busy
    const settle = (worked: boolean): void => {
      if (!open) return
      setFailed(!worked)
      // A picture that cannot be had counts as shown: it is not asked for again and again.
      setShown(busy)
      setBusy(null)
    }
    image.decode().then(
      () => settle(true),
      () => settle(false),
    )
    return () => {
      open = false
    }
  }, [busy])

  return { shown: wanted === null ? null : shown, failed }
}
