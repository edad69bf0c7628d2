/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A text as a file name that every system takes: no folders in it, not hidden, at most 60 characters. */
export function fileName(text: string): string {
  const plain = Array.from(text.normalize('NFC'), (char) => (isUnsafe(char) ? '_' : char))
    .slice(0, 60)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (plain === '') return '_'
  return reserved.test(plain) ? `_${plain}` : plain
}

function isUnsafe(char: string): boolean {
  return '<>:"/\\|?*'.includes(char) || (char.codePointAt(0) ?? 0) < 32 || char === '\u007f'
}

/** Gives each name once: a second of the same (whatever its capitals) gets a number. */
export function uniqueNames(): (name: string) => string {
  const taken = new Map<string, number>()
  return (name) => {
    const count = (taken.get(name.toLowerCase()) ?? 0) + 1
    taken.set(name.toLowerCase(), count)
    return count === 1 ? name : `${name} (${count})`
  }
}

/** A moment as part of a file name: 2026-11-25T10-11-12-345Z. */
export function momentName(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString().replaceAll(/[:.]/g, '-')
}

const signatures: [string, number[]][] = [
  ['jpg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['webp', [0x52, 0x49, 0x46, 0x46]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['tif', [0x49, 0x49, 0x2a, 0x00]],
  ['tif', [0x4d, 0x4d, 0x00, 0x2a]],
  ['bmp', [0x42, 0x4d]],
]

/** The ending that belongs to a picture, by its first bytes. */
export function pictureEnding(first: Uint8Array): string {
  return signatures.find(([, bytes]) => bytes.every((byte, at) => first[at] === byte))?.[0] ?? 'bin'
}
