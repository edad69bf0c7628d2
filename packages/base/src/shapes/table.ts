import { z } from 'zod'

/** A column of a table: by its name, or by its place, counted from 1. */
export const Column = z.union([z.int().min(1).max(500), z.string().min(1).max(200)])
export type Column = z.infer<typeof Column>

const column = Column.nullable().default(null)

/** Which column of a bank's table says what, as a person chose it. Null: no column says it. */
export const ColumnChoice = z.strictObject({
  date: column,
  /** One column with a sign or a direction beside it … */
  amount: column,
  /** … or one for what went out and one for what came in. */
  debit: column,
  credit: column,
  /** Says of each line whether it went out or came in. */
  direction: column,
  currency: column,
  /** The other side … */
  name: column,
  /** … and its account: by that a refund is known; it is never kept. */
  account: column,
  description: z.array(Column).max(10).default([]),
  /** Currency of all amounts where no column says it. */
  fixed: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
  /** Dates are written month first. */
  monthFirst: z.boolean().default(false),
  /** What was paid stands there without a minus, as cards' statements have it. */
  paidIsPlus: z.boolean().default(false),
})
export type ColumnChoice = z.infer<typeof ColumnChoice>

/** Columns that a person confirmed for every table with this header. */
export const KnownColumns = z.strictObject({ header: z.string().max(20_000), columns: ColumnChoice })
export type KnownColumns = z.infer<typeof KnownColumns>

/** The same with an id to forget it by. */
export const RememberedColumns = KnownColumns.extend({ id: z.string() })
export type RememberedColumns = z.infer<typeof RememberedColumns>

/** A table whose columns a person may correct: shown while looking, never kept. */
export const SeenTable = z.strictObject({
  path: z.string(),
  /** Names of the columns; `null` when the table has no header. */
  header: z.array(z.string()).nullable(),
  width: z.int(),
  /** The first lines. */
  rows: z.array(z.strictObject({ line: z.int(), cells: z.array(z.string()) })),
  columns: ColumnChoice,
  /** Where `columns` come from: chosen now, remembered, by the columns' names, or by what stands in them. */
  from: z.enum(['chosen', 'remembered', 'names', 'content']),
  /** Whether the columns say enough to read it: a day, an amount and who or what for. */
  enough: z.boolean(),
  /** Lines that cannot be read by these columns: the first twenty. */
  faults: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
})
export type SeenTable = z.infer<typeof SeenTable>
