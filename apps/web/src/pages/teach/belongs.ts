import { useLocalStorage } from '@mantine/hooks'
import { useMemo } from 'react'

/** The photos of which a person said that they belong; remembered by this browser. */
export function useBelongs(stationId: string): {
  belongs: ReadonlySet<string>
  say: (photoId: string, belongs: boolean) => void
} {
  const [ids, setIds] = useLocalStorage<string[]>({ key: `nabij-belongs-${stationId}`, defaultValue: [] })
  const belongs = useMemo(() => new Set(ids), [ids])
  const say = (photoId: string, belongs: boolean): void =>
    setIds((before) => [...before.filter((id) => id !== photoId), ...(belongs ? [photoId] : [])])
  return { belongs, say }
}
