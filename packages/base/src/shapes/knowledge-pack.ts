import { z } from 'zod'
import { Chip, ChipFact } from './chip.ts'
import { Alternative, Day, KnownEvent, KnownLaw, Vendor } from './knowledge.ts'
import { Price } from './price.ts'

/** All knowledge in one file, as the box loads it and as it is updated offline. */
export const KnowledgePack = z.strictObject({
  format: z.literal('nabij-knowledge/1'),
  version: z.string(),
  made: Day,
  vendors: z.array(Vendor),
  alternatives: z.array(Alternative),
  events: z.array(KnownEvent),
  laws: z.array(KnownLaw),
  prices: z.array(Price).default([]),
  chips: z.array(Chip).default([]),
  chipFacts: z.array(ChipFact).default([]),
  /** Credits of the data sets that facts were taken over from. */
  credits: z.array(z.strictObject({ name: z.string(), licence: z.string(), address: z.string() })),
})
export type KnowledgePack = z.infer<typeof KnowledgePack>
