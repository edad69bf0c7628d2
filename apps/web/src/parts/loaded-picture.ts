import { useEffect, useRef, useState } from 'react'

/**
 * The newest picture that has been loaded and decoded, so that a live picture never flashes white.
 * While one loads, newer wishes replace each other: a slow line shows fewer pictures, not older ones.
 */
export function useLoadedPicture(wanted: string | null): { shown: string | null; failed: boolean } {
  const [loaded, setLoaded] = useState<{ address: string; worked: boolean } | null>(null)
  const wish = useRef(wanted)
  const tried = useRef<string | null>(null)
  const busy = useRef(false)

  useEffect(() => {
    wish.current = wanted
    if (!busy.current) void load()

    async function load(): Promise<void> {
      busy.current = true
      while (wish.current !== null && wish.current !== tried.current) {
        const address = wish.current
        const worked = await isPicture(address)
        // A picture that cannot be had counts as tried: it is not asked for again and again.
        tried.current = address
        setLoaded({ address, worked })
      }
      busy.current = false
    }
  }, [wanted])

  return wanted === null || !loaded ? { shown: null, failed: false } : { shown: loaded.address, failed: !loaded.worked }
}

async function isPicture(address: string): Promise<boolean> {
  const image = new Image()
  image.src = address
  try {
    await image.decode()
    return true
  } catch {
    return false
  }
}
