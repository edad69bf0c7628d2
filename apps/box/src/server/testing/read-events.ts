export interface ToldEvent {
  event: string
  id: string | null
  data: unknown
}

/** Reads server-sent events as a browser does. */
export interface Reader {
  next(): Promise<ToldEvent>
  comment(): Promise<string>
  /** Reads to the end; false when the stream broke. */
  ended(): Promise<boolean>
  cancel(): Promise<void>
}

export function readEvents(response: Response): Reader {
  const reader = response.body?.getReader()
  if (!reader) throw new Error(`no body: ${response.status}`)
  const decoder = new TextDecoder()
  let text = ''
  const block = async (): Promise<string | null> => {
    for (let end = text.indexOf('\n\n'); ; end = text.indexOf('\n\n')) {
      if (end >= 0) {
        const found = text.slice(0, end)
        text = text.slice(end + 2)
        return found
      }
      const { done, value } = await reader.read()
      if (done) return null
      text += decoder.decode(value, { stream: true })
    }
  }
  const field = (lines: string, name: string): string | null =>
    new RegExp(`^${name}: (.*)$`, 'm').exec(lines)?.[1] ?? null
  return {
    async next() {
      for (let lines = await block(); lines !== null; lines = await block()) {
        const event = field(lines, 'event')
        if (event) return { event, id: field(lines, 'id'), data: JSON.parse(field(lines, 'data') ?? 'null') as unknown }
      }
      throw new Error('the events ended')
    },
    async comment() {
      for (let lines = await block(); lines !== null; lines = await block()) {
        if (lines.startsWith(': ')) return lines.slice(2)
      }
      throw new Error('the events ended')
    },
    async ended() {
      try {
        while ((await block()) !== null);
        return true
      } catch {
        return false
      }
    },
    cancel: () => reader.cancel(),
  }
}
