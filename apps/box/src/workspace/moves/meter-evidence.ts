import { createHash } from 'node:crypto'
import type { Finding } from '@nabij/base'
import { type HourCount, meterPieces } from '@nabij/moves'
import type { MeterSeen } from '../register/register-desk.ts'

export interface MeteredRoute {
  id: string
  model: string
  serviceId: string
  hours: readonly HourCount[]
  /** The day on which its service was left; null: it was not. */
  leftOn: string | null
}

/** What the meter of a route shows, as evidence: the register judges it like a statement or a zone file. */
export function meterEvidence({ id, model, serviceId, hours, leftOn }: MeteredRoute, now: number): MeterSeen[] {
  const path = `meter: ${model}`
  return meterPieces(hours, leftOn, new Date(now).toISOString().slice(0, 10)).map(({ from, to, calls }) => {
    const evidenceId = `meter-${digest(`${id} ${calls > 0 ? from : 'watched'}`)}`
    const finding: Finding = {
      id: `meter-${digest(`${id} ${from} found`)}`,
      evidence: evidenceId,
      kind: 'meter',
      locator: `${from} – ${to}`,
      text: model,
      confidence: 'confirmed',
      productId: serviceId,
      vendorId: null,
      name: model,
      domain: null,
      why: 'meter',
      payment: null,
      location: null,
    }
    const evidence = {
      id: evidenceId,
      path,
      reader: 'meter',
      sha256: '',
      addedAt: now,
      records: calls,
      findings: calls > 0 ? 1 : 0,
      ignored: [],
      from,
      to,
    }
    return { evidence, findings: calls > 0 ? [finding] : [] }
  })
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
