import { NabijError } from '@nabij/base'

/** `1,4,20,all`. @throws NabijError NABIJ_COMMAND_USE */
export function shotsOf(text: string, name: string): (number | 'all')[] {
  return text.split(',').map((word) => {
    const count = Number(word.trim())
    if (word.trim() === 'all') return 'all'
    if (Number.isInteger(count) && count >= 1 && count <= 100_000) return count
    throw new NabijError('NABIJ_COMMAND_USE', { reason: `${name} ${text}`, hint: `${name} 1,4,20,all` })
  })
}
