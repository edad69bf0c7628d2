const small = 0.005
const large = 0.05

/** What a key makes of the limit, rounded to the step; null: the key is not for the limit. */
export function limitByKey(limit: number, key: string): number | null {
  const step = {
    ArrowUp: small,
    ArrowRight: small,
    ArrowDown: -small,
    ArrowLeft: -small,
    PageUp: large,
    PageDown: -large,
    Home: -1,
    End: 1,
  }[key]
  if (step === undefined) return null
  return Math.min(1, Math.max(0, Math.round((limit + step) / small) * small))
}
