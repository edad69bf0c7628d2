/** Whether a version like 2026.12.1 comes after another: number by number, what is missing counts as 0. */
export function isNewer(version: string, than: string): boolean {
  const [a, b] = [numbersIn(version), numbersIn(than)]
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [mine, other] = [a[at] ?? 0, b[at] ?? 0]
    if (mine !== other) return mine > other
  }
  return false
}

/** A version that can be compared: up to four numbers with points between. */
export function isVersion(version: string): boolean {
  return /^\d{1,8}(\.\d{1,8}){0,3}$/.test(version)
}

function numbersIn(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0)
}
