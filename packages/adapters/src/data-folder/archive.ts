import { z } from 'zod'

/** Version of the archive's layout. */
export const archiveVersion = 1

/**
 * A backup is a tar: first `nabij-backup.json` (Begin), then `nabij.sqlite`, then each file as `blobs/ab/<sha256>`, last
 * `end.json` (End), so that an archive that was cut off is recognised. A file's name is its checksum.
 */
export const beginName = 'nabij-backup.json'
export const endName = 'end.json'

export const Begin = z.object({
  product: z.literal('nabij'),
  archive: z.int().positive(),
  createdAt: z.int(),
  database: z.object({ bytes: z.int().positive(), sha256: z.string() }),
})
export type Begin = z.infer<typeof Begin>

export const End = z.object({
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Files that rows refer to, but that were gone or damaged when the backup was made. */
  missing: z.int().nonnegative(),
})
export type End = z.infer<typeof End>

/** The hash in `blobs/ab/<sha256>`; null for every other name, also one that only looks like it. */
export function hashInName(name: string): string | null {
  const [, prefix, hash] = /^blobs\/([0-9a-f]{2})\/([0-9a-f]{64})$/.exec(name) ?? []
  return hash?.startsWith(prefix ?? '?') ? hash : null
}
