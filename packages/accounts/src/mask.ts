/** A value as it may stand in the audit log: without secrets, and not endlessly long. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain }

const secret = /pass|secret|pin$|token|csrf|digest|hash|^key$|^code$|authorization/i
const longest = 300
const mostItems = 50

/** Secrets become "•••", long text and long lists are cut. An address keeps neither user nor password. */
export function masked(value: unknown, depth = 0): Plain {
  if (value === null || value === undefined || depth > 6) return null
  if (typeof value === 'string') return shortened(value.replace(/^([a-z][\w+.-]*:\/\/)[^/?#@\s]*@/i, '$1•••@'))
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => masked(item, depth + 1))
  if (typeof value !== 'object') return null
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, mostItems)
      .map(([key, inner]) => [
        key,
        secret.test(key) && inner !== null && typeof inner !== 'boolean' ? '•••' : masked(inner, depth + 1),
      ]),
  )
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
