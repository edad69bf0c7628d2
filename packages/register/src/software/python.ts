/** A requirement as PEP 508 writes it: `requests[socks] >= 2.8.1 ; python_version < "3"`, or `name @ https://…`. */
export function requirementOf(text: string): { name: string; version: string | undefined } | null {
  const match = /^\s*([A-Za-z0-9][A-Za-z0-9._-]{0,120})\s*(?:\[[^\]]{0,200}\])?\s*(.*)$/.exec(text.slice(0, 500))
  if (!match?.[1]) return null
  const rest = match[2] ?? ''
  if (rest !== '' && !/^(?:[=~<>!]=|[<>]|===|\(|;|@|#|--|\\)/.test(rest)) return null
  const version = /^\(?\s*(?:===?|[~<>!]=|[<>])\s*([\w.+*-]+)/.exec(rest)?.[1]
  return { name: match[1].replace(/[._-]+$/, ''), version }
}
