import { isThisComputer, placeOf } from '../accounts/peer.ts'

/** Connections that are open at once. */
export interface DoormanLimits {
  /** From one address of the network. */
  each: number
  /** From the network as a whole; what is left is for this computer itself. */
  network: number
}

/** Lets a connection in, or not. */
export type Doorman = (address: string | null) => (() => void) | null

/**
 * Connections are counted before anybody has logged in: somebody on the network who opens all that there are would
 * otherwise keep out the others, and the operator at the box itself. What it returns is called when a connection ends;
 * null: there is no room.
 */
export function createDoorman({ each, network }: DoormanLimits): Doorman {
  const byPlace = new Map<string, number>()
  let all = 0

  return (address) => {
    if (isThisComputer(address)) return () => undefined
    const place = placeOf(address)
    const mine = byPlace.get(place) ?? 0
    if (mine >= each || all >= network) return null
    byPlace.set(place, mine + 1)
    all++
    let inside = true
    return () => {
      if (!inside) return
      inside = false
      all--
      const left = (byPlace.get(place) ?? 1) - 1
      if (left > 0) byPlace.set(place, left)
      else byPlace.delete(place)
    }
  }
}
