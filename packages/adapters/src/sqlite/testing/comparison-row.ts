import { newId } from '@nabij/base'
import type { DropInRow } from '../calls/drop-in.ts'

/** A comparison in which both sides let a part pass, unless it is said otherwise. */
export function comparisonRow(more: Partial<DropInRow> = {}): DropInRow {
  return {
    kind: 'pair',
    id: newId(),
    routeId: newId(),
    at: 1,
    picture: 'a'.repeat(64),
    frame: null,
    agrees: true,
    missed: false,
    decision: { cloud: 'pass', box: 'pass' },
    ms: { cloud: 400.5, box: 20 },
    version: { cloud: '1', box: 'recipe 1' },
    answers: { cloud: { decision: 'pass', labels: [] }, box: { decision: 'pass', labels: [] } },
    ...more,
  }
}
