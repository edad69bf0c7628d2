import type { EventLine } from './event-line.ts'

/** A line as a body: read only as fast as the client reads, and cut off when it takes nothing for `patience` ms. */
export function streamOf(line: EventLine, patience: number, ended: () => void): ReadableStream<Uint8Array> {
  const text = line.text()
  const encoder = new TextEncoder()
  let stuck: ReturnType<typeof setTimeout> | undefined
  const end = (): void => {
    clearTimeout(stuck)
    line.close()
    ended()
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(stuck)
        try {
          const { done, value } = await text.next()
          if (done) {
            end()
            controller.close()
            return
          }
          controller.enqueue(encoder.encode(value))
          stuck = setTimeout(() => {
            end()
            controller.error(new Error('the reader of events takes nothing'))
          }, patience)
        } catch (error) {
          end()
          controller.error(error)
        }
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}
