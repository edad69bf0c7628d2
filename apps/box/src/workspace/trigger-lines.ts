import type { EgressGate } from '@nabij/adapters/egress'
import { type Triggers, triggerLine, type VideoSource } from '@nabij/adapters/ffmpeg'
import { listenToTopic } from '@nabij/adapters/mqtt'
import { NabijError } from '@nabij/base'
import type { Log } from '../supervisor/log.ts'

export interface TriggerLinePorts {
  egress: EgressGate
  log: Log
  /** Milliseconds for which messages are still heard after the camera was lost: longer than any pause before it is opened again. */
  lingerMs?: number
  patienceMs?: number
  /** Certificates (PEM) to trust beside those of the system. */
  ca?: string
}

/**
 * Messages for cameras that wait for them. A station opens its camera anew after each loss; its messages are heard and
 * kept meanwhile, so that no part goes by unseen. Two stations never share them: each takes its own picture.
 */
export function triggerLines(ports: TriggerLinePorts): { of(source: VideoSource): Triggers } {
  /** Those whose camera was lost a moment ago. */
  const left = new Map<string, Triggers>()

  function make(key: string, source: VideoSource): Triggers {
    const mqtt = source.trigger.by === 'message' ? source.trigger.mqtt : null
    const line = triggerLine()
    let listening: Promise<() => void> | null = null
    let tellLost: (error: NabijError) => void = () => undefined
    let linger: NodeJS.Timeout | undefined
    let unclear = 0

    const count = (why: string): void => {
      unclear++
      // Once for the first, then ever more rarely: a broker may repeat nonsense for days.
      if ((unclear & (unclear - 1)) === 0) ports.log('warn', 'trigger message not used', { why, count: unclear })
    }
    const hear = (): Promise<() => void> =>
      listenToTopic(
        { connector: ports.egress, patienceMs: ports.patienceMs ?? 10_000, ...(ports.ca ? { ca: ports.ca } : {}) },
        'trigger of a camera',
        mqtt ?? { address: '', topic: '' },
        {
          onTrigger(message) {
            try {
              line.add(message)
            } catch (error) {
              count(error instanceof NabijError ? error.code : 'unexpected')
            }
          },
          onUnclear: count,
          onLost(error) {
            listening = null
            tellLost(error)
          },
        },
      )
    const end = (): void => {
      if (left.get(key) === triggers) left.delete(key)
      listening?.then(
        (stop) => stop(),
        () => undefined,
      )
      listening = null
    }

    const triggers: Triggers = {
      line,
      async listen(lost) {
        clearTimeout(linger)
        tellLost = lost
        if (!mqtt) return
        const mine = (listening ??= hear())
        await mine.catch((error) => {
          if (listening === mine) listening = null
          throw error
        })
      },
      leave(soon) {
        tellLost = () => undefined
        if (!soon || left.has(key)) return end()
        left.set(key, triggers)
        linger = setTimeout(end, ports.lingerMs ?? 300_000).unref()
      },
    }
    return triggers
  }

  return {
    of(source) {
      const key = JSON.stringify(source)
      const waiting = left.get(key)
      left.delete(key)
      return waiting ?? make(key, source)
    },
  }
}
