import type { Head } from '../reader.ts'

/** The file's own name, lower case, whatever folder or zip it is in. */
export function baseName(path: string): string {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return path.slice(at + 1).toLowerCase()
}

/** True when the beginning looks like JSON and has all of these keys in it. */
export function isJsonWith(head: Head, ...keys: string[]): boolean {
  return /^\s*\{/.test(head.text) && keys.every((key) => head.text.includes(`"${key}"`))
}
