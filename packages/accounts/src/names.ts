/** A name as it is compared: two that look alike are one. */
export function keyOfName(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
