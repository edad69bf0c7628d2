/** What can be wrong with a station that works, the first being the most telling. */
const kinds = ['source', 'judging', 'storing'] as const
type TroubleKind = (typeof kinds)[number]

/** What is wrong with a station now: error codes that explain "degraded". */
export interface Troubles {
  set(kind: TroubleKind, code: string): void
  clear(kind: TroubleKind): void
  /** The code to show; null when all is well. */
  reason(): string | null
}

/** `changed` is called when another reason is shown than before. */
export function createTroubles(changed: (reason: string | null) => void): Troubles {
  const codes = new Map<TroubleKind, string>()

  const reason = (): string | null => kinds.map((kind) => codes.get(kind)).find((code) => code !== undefined) ?? null

  function change(action: () => void): void {
    const before = reason()
    action()
    if (reason() !== before) changed(reason())
  }

  return {
    set: (kind, code) => change(() => codes.set(kind, code)),
    clear: (kind) => change(() => codes.delete(kind)),
    reason,
  }
}
