import type { Call } from './verb.ts'

type Reader = Pick<Call, 'language'>

/** A moment on the reader's clock: "23 nov 2026, 09:12". */
export function formatTime(at: number, { language }: Reader): string {
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at)
}

export function formatBytes(bytes: number, { language }: Reader): string {
  const units = ['byte', 'kB', 'MB', 'GB', 'TB']
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const unit = power === 0 ? (bytes === 1 ? 'byte' : 'bytes') : units[power]
  return `${formatNumber(bytes / 1000 ** power, { language }, power === 0 ? 0 : 1)} ${unit}`
}

export function formatNumber(value: number, { language }: Reader, digits = 0): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', options).format(value)
}

export function formatShare(share: number, reader: Reader, digits = 0): string {
  return `${formatNumber(share * 100, reader, digits)} %`
}
