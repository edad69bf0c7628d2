/** The name of a file as it may be shown: its last part, without control characters, at most 200 characters. */
export function tidyName(name: string): string {
  const last = name.split(/[\\/]/).findLast((part) => part !== '' && part !== '.' && part !== '..') ?? ''
  // Control characters and those that turn the direction of text could hide what a name really is.
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()
  return Array.from(plain).slice(0, 200).join('')
}
