import { join } from 'node:path'

/** Where everything lies in a data folder. */
export const names = {
  database: 'nabij.sqlite',
  blobs: 'blobs',
  tmp: 'tmp',
  cache: 'cache',
  format: 'format.json',
  lock: 'lock',
} as const

export function databasePath(folder: string): string {
  return join(folder, names.database)
}

export function blobPath(folder: string, sha256: string): string {
  return join(folder, names.blobs, sha256.slice(0, 2), sha256)
}
