import { z } from 'zod'

export interface Trigger {
  /** Name of the part, when the message tells one. */
  name: string | null
  /** The same key is the same part. */
  key: string | null
}

const Told = z.object({ name: z.string().max(200).nullish(), key: z.string().min(1).max(200).nullish() })
const yes = ['', '1', 'true', 'on', 'trigger']
const no = ['0', 'false', 'off']
const longest = 4096

/**
 * What a message says: take a picture (empty, 1, true, on, trigger, or JSON with an optional `name` and `key` of the
 * part), do not (0, false, off: the falling side of a signal), or nothing that can be understood.
 */
export function readTrigger(payload: Uint8Array): Trigger | 'no' | 'unclear' {
  if (payload.length > longest) return 'unclear'
  const text = new TextDecoder().decode(payload).trim()
  const word = text.toLowerCase()
  if (yes.includes(word)) return { name: null, key: null }
  if (no.includes(word)) return 'no'
  if (!text.startsWith('{')) return 'unclear'
  try {
    const { name, key } = Told.parse(JSON.parse(text))
    return { name: name ?? null, key: key ?? null }
  } catch {
    return 'unclear'
  }
}
