import { z } from 'zod'

export const Status = z.object({
  version: z.string(),
  workspace: z.enum(['own', 'sample']),
  startedAt: z.int(),
  /** All that ever left this device, from the egress ledger. */
  egress: z.object({ bytes: z.int(), connections: z.int() }),
  lastBackupAt: z.int().nullable(),
  disk: z.object({ freeBytes: z.int(), state: z.enum(['ok', 'low', 'full']) }),
  executors: z.object({ running: z.int(), restarts: z.int() }),
  stations: z.int(),
})
export type Status = z.infer<typeof Status>
