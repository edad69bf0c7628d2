/** A body that is made only as fast as it is taken; whoever stops reading ends the making. */
export function streamBody(
  pieces: AsyncGenerator<string | Uint8Array>,
  onError: (error: unknown) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next()
          if (done) controller.close()
          else
            controller.enqueue((typeof value === 'string' ? encoder.encode(value) : value) as Uint8Array<ArrayBuffer>)
        } catch (error) {
          // The head is sent already: a broken body is all that can still be said.
          onError(error)
          controller.error(error)
        }
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
