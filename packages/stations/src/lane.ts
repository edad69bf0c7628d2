import type { NabijError } from '@nabij/base'

/** Where the pictures of one station wait for the executor: parts in their order, of live frames only the latest. */
export interface Lane<Item, Result> {
  /** A part; settles with its result. Throws the error of `busy` when too much waits. */
  submit(item: Item): Promise<Result>
  /** The same for a source, which bounds by itself how far it is read ahead. */
  submitFromSource(item: Item): Promise<Result>
  /** A live frame; true when it pushed out one that waited. */
  offerLive(item: Item): boolean
  /** Forgets the live frame that waits; true when there was one. */
  forgetLive(): boolean
  waiting(): number
  /** Resolves when nothing waits and nothing is at work. */
  idle(): Promise<void>
  /** Refuses with `error` what waits, what is at work and what comes. */
  close(error: NabijError): void
}

export interface LaneOptions<Item, Result> {
  /** Items at work at the same time. */
  inFlight: number
  /** Parts that may wait, and their size together. */
  waiting: number
  waitingBytes: number
  sizeOf(item: Item): number
  work(item: Item): Promise<Result>
  busy(waiting: number): NabijError
  /** A live frame failed: nobody waits for its result. */
  liveFailed(thrown: unknown): void
}

interface Part<Item, Result> extends PromiseWithResolvers<Result> {
  item: Item
}

export function createLane<Item, Result>(options: LaneOptions<Item, Result>): Lane<Item, Result> {
  const parts: Part<Item, Result>[] = []
  const unsettled = new Set<Part<Item, Result>>()
  let partBytes = 0
  let live: Item | null = null
  let liveIsNext = false
  let atWork = 0
  let closed: NabijError | null = null
  let whenIdle: PromiseWithResolvers<void> | null = null

  function enter(item: Item): Promise<Result> {
    const part = { item, ...Promise.withResolvers<Result>() }
    parts.push(part)
    partBytes += options.sizeOf(item)
    unsettled.add(part)
    fill()
    return part.promise
  }

  function fill(): void {
    while (atWork < options.inFlight && waiting() > 0) {
      atWork += 1
      void runNext().finally(() => {
        atWork -= 1
        fill()
      })
    }
    if (isIdle()) whenIdle?.resolve()
  }

  /** Live frames and parts take turns when both wait, so that neither starves the other. */
  function runNext(): Promise<void> {
    const part = live !== null && (liveIsNext || parts.length === 0) ? undefined : parts.shift()
    liveIsNext = part !== undefined
    return part ? runPart(part) : runLive()
  }

  async function runPart(part: Part<Item, Result>): Promise<void> {
    partBytes -= options.sizeOf(part.item)
    try {
      part.resolve(await options.work(part.item))
    } catch (thrown) {
      part.reject(thrown)
    }
    unsettled.delete(part)
  }

  async function runLive(): Promise<void> {
    const item = live
    live = null
    try {
      if (item !== null) await options.work(item)
    } catch (thrown) {
      options.liveFailed(thrown)
    }
  }

  function waiting(): number {
    return parts.length + (live === null ? 0 : 1)
  }

  function isIdle(): boolean {
    return atWork === 0 && waiting() === 0
  }

  return {
    async submit(item) {
      if (closed) throw closed
      const tooMany = parts.length >= options.waiting
      const tooLarge = parts.length > 0 && partBytes + options.sizeOf(item) > options.waitingBytes
      if (tooMany || tooLarge) throw options.busy(parts.length)
      return enter(item)
    },
    async submitFromSource(item) {
      if (closed) throw closed
      return enter(item)
    },
    offerLive(item) {
      if (closed) return false
      const pushedOut = live !== null
      live = item
      fill()
      return pushedOut
    },
    forgetLive() {
      const waited = live !== null
      live = null
      fill()
      return waited
    },
    waiting,
    async idle() {
      if (isIdle()) return
      whenIdle ??= Promise.withResolvers<void>()
      await whenIdle.promise
      whenIdle = null
    },
    close(error) {
      closed = error
      parts.length = 0
      partBytes = 0
      live = null
      for (const part of unsettled) part.reject(error)
      unsettled.clear()
    },
  }
}
