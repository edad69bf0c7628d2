/** Waiting work in lanes: each lane first come first served, between lanes in turn, so that no station starves another. */
export interface Lanes<T> {
  readonly size: number
  add(lane: string, item: T): void
  /** The head of the lane whose turn it is, of those that are allowed; null when nothing waits there. */
  take(allowed?: (lane: string) => boolean): T | null
  /** Takes all. */
  clear(): T[]
}

export function createLanes<T>(): Lanes<T> {
  // A Map keeps its order: a lane that was served is put at the end.
  const lanes = new Map<string, T[]>()
  let size = 0
  return {
    get size() {
      return size
    },
    add(lane, item) {
      const waiting = lanes.get(lane)
      if (waiting) waiting.push(item)
      else lanes.set(lane, [item])
      size++
    },
    take(allowed = () => true) {
      const turn = [...lanes].find(([lane]) => allowed(lane))
      if (!turn) return null
      const [lane, waiting] = turn
      const head = waiting.shift() as T
      lanes.delete(lane)
      if (waiting.length > 0) lanes.set(lane, waiting)
      size--
      return head
    },
    clear() {
      const all = [...lanes.values()].flat()
      lanes.clear()
      size = 0
      return all
    },
  }
}
