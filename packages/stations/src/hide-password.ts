/** What stands for a password that is not shown. */
export const hiddenPassword = '•••'

/** An address as it may be shown: a password in it is hidden, whatever signs it holds. */
export function hidePassword(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/[^/?#:]*):[^/?#]*@/i, `$1:${hiddenPassword}@`)
}

/** Whether an address was taken from the screen, with its password hidden. */
export function isHidden(address: string): boolean {
  return address.includes(`:${hiddenPassword}@`)
}
