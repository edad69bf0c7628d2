import type { Egress } from '@nabij/base'

/** Port: the book of outward connections (adapters/sqlite keeps it). Both return after the entry is safe on disk. */
export interface EgressLedger {
  begin(entry: Omit<Egress, 'bytesOut' | 'bytesIn'>): Promise<void>
  /** Adds bytes to an entry. */
  add(id: string, bytesOut: number, bytesIn: number): Promise<void>
}
