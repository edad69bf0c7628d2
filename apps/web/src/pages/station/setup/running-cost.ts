/** Power for a thousand pictures: what the box draws, for as long as it takes. Null where something is unknown. */
export interface RunningCost {
  /** Watt-hours for 1,000 pictures. */
  wattHours: number
  /** Euro cents for 1,000 pictures; null without a price. */
  cents: number | null
}

/**
 * @param ms middle time of a picture, milliseconds
 * @param watt what the whole box draws while it judges; one picture after the other, so this is the most that it takes
 */
export function runningCost(ms: number | null, watt: number | null, centsPerKwh: number | null): RunningCost | null {
  if (ms === null || watt === null) return null
  const wattHours = (watt * ms * 1000) / 3_600_000
  return { wattHours, cents: centsPerKwh === null ? null : (wattHours / 1000) * centsPerKwh }
}

/**
 * What a thousand pictures cost at a cloud service, to stand beside it: label detection of Amazon Rekognition in
 * Frankfurt, up to a million pictures a month, without VAT. Known second-hand only, hence shown as unconfirmed.
 */
export const cloudPrice = {
  service: 'Amazon Rekognition DetectLabels',
  region: 'Frankfurt',
  dollarsPerThousand: 1.2,
  source: 'AWS Price List, eu-central-1',
  date: Date.UTC(2026, 8, 11),
} as const
