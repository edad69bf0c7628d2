import { z } from 'zod'

/** asleep: nobody looks at it, so nothing of it runs. */
export const SampleState = z.enum(['absent', 'asleep', 'waking', 'awake'])
export type SampleState = z.infer<typeof SampleState>

export const Status = z.object({
  version: z.string(),
  workspace: z.enum(['own', 'sample']),
  startedAt: z.int(),
  /** The folder with all data, as the command takes it after --data. */
  data: z.string(),
  /** All that ever left this device, from the egress ledger. */
  egress: z.object({ bytes: z.int(), connections: z.int() }),
  lastBackupAt: z.int().nullable(),
  disk: z.object({ freeBytes: z.int(), state: z.enum(['ok', 'low', 'full']) }),
  executors: z.object({ running: z.int(), restarts: z.int() }),
  stations: z.int(),
  /** Of the sample workspace, wherever it is asked. */
  sample: SampleState,
})
export type Status = z.infer<typeof Status>
