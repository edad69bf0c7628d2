/** What the box told at /me: goes along with every change, and with nothing that another page could send. */
let code: string | null = null

export function keepCsrf(fresh: string | null): void {
  code = fresh
}

export function csrfHeader(): Record<string, string> {
  return code === null ? {} : { 'x-nabij-csrf': code }
}

/** The box said that nobody is logged in (any more). */
export const signedOut = new EventTarget()
