import type { Duplex } from 'node:stream'
import { type Frame, frameOf, frameReader } from './frames.ts'

/** Frames over a two-way pipe between the pool and a child. */
export interface Channel {
  /** Does nothing once the other side is gone: `onEnd` tells that. */
  send(body: object, bytes?: Uint8Array): void
}

/** `onEnd` is called once: with null when the other side closed, with an error when the pipe broke or carried garbage. */
export function openChannel(
  pipe: Duplex,
  onFrame: (frame: Frame) => void,
  onEnd: (error: Error | null) => void,
): Channel {
  let open = true
  const read = frameReader(onFrame)
  const end = (error: Error | null) => {
    if (!open) return
    open = false
    pipe.destroy()
    onEnd(error)
  }
  pipe.on('data', (chunk: Uint8Array) => {
    if (!open) return
    try {
      read(chunk)
    } catch (error) {
      end(error as Error)
    }
  })
  pipe.on('error', end)
  pipe.on('end', () => end(null))
  pipe.on('close', () => end(null))
  return {
    send(body, bytes) {
      if (!open) return
      pipe.cork()
      for (const piece of frameOf(body, bytes)) pipe.write(piece)
      pipe.uncork()
    },
  }
}
