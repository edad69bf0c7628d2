import { dnsTable } from './table-format.ts'

/** A question in a log; `host` null: a line that is no question (an answer, a start of the server). */
export interface Question {
  host: string | null
  /** The resolver refused it, so nothing was used. */
  blocked?: boolean
  /** YYYY-MM-DD where the line says so. */
  day?: string | undefined
}

export interface LogFormat {
  id: string
  recognise(line: string): boolean
  /** A parser with what earlier lines said. Never looks at who asked. */
  start(): (line: string) => Question
}

const none: Question = { host: null }

/** dnsmasq and Pi-hole: `… dnsmasq[77]: query[A] www.slack.com from 192.168.1.5` (with or without a serial number). */
const dnsmasq: LogFormat = {
  id: 'dnsmasq',
  recognise: (line) =>
    /dnsmasq\[\d+\]: (.*\b)?(query\[\w+\]|forwarded|reply|cached|config|gravity blocked) /.test(line),
  start: () => (line) => {
    const at = line.indexOf('query[')
    if (at < 0) return none
    const start = line.indexOf('] ', at) + 2
    const end = line.indexOf(' from ', start)
    return start > 1 && end > start ? { host: line.slice(start, end) } : none
  },
}

/** AdGuard Home, `querylog.json`: one object a line. Also read without JSON.parse, which is five times slower. */
const adguard: LogFormat = {
  id: 'adguard',
  recognise: (line) => line.startsWith('{') && line.includes('"QH":"') && line.includes('"QT":"'),
  start: () => (line) => {
    const host = textAfter(line, '"QH":"')
    return host === null
      ? none
      : { host, blocked: line.includes('"IsFiltered":true'), day: textAfter(line, '"T":"')?.slice(0, 10) }
  },
}

/** unbound with `log-queries: yes`: `[1700000000] unbound[1:0] info: 192.168.1.5 slack.com. A IN`. */
const unbound: LogFormat = {
  id: 'unbound',
  recognise: (line) => /unbound(\[[\d:]+\])?:? .*info: \S+ \S+\. [A-Z0-9]+ IN/.test(line),
  start: () => (line) => {
    const at = line.indexOf('info: ')
    if (at < 0) return none
    const asker = line.indexOf(' ', at + 6)
    const end = line.indexOf('. ', asker)
    if (asker < 0 || end < 0 || line.indexOf(' IN', end) < 0) return none
    const day = /^\[(\d{9,10})\]/.exec(line)?.[1]
    return { host: line.slice(asker + 1, end), day: day === undefined ? undefined : dayOf(Number(day)) }
  },
}

/** Zeek's dns.log as columns, told by its own header. */
const zeek: LogFormat = {
  id: 'zeek',
  recognise: (line) => line.startsWith('#separator') || (line.startsWith('#fields\t') && line.includes('\tquery')),
  start() {
    let place = -1
    return (line) => {
      if (line.startsWith('#')) {
        if (line.startsWith('#fields\t')) place = line.split('\t').indexOf('query') - 1
        return none
      }
      if (place < 0) return none
      let start = 0
      for (let at = 0; at < place; at += 1) {
        start = line.indexOf('\t', start) + 1
        if (start === 0) return none
      }
      const end = line.indexOf('\t', start)
      const host = line.slice(start, end < 0 ? line.length : end)
      return host === '-' || host === '' || host === '(empty)' ? none : { host, day: dayOf(Number.parseInt(line, 10)) }
    }
  },
}

/** Zeek's dns.log as JSON. */
const zeekJson: LogFormat = {
  id: 'zeek-json',
  recognise: (line) =>
    line.startsWith('{') && /"query":"/.test(line) && /"(qtype_name|qclass_name|trans_id|id\.orig_h)":/.test(line),
  start: () => (line) => {
    const host = textAfter(line, '"query":"')
    const at = line.indexOf('"ts":')
    return host === null
      ? none
      : { host, day: at < 0 ? undefined : dayOf(Number.parseInt(line.slice(at + 5, at + 20), 10)) }
  },
}

export const logFormats: LogFormat[] = [dnsmasq, adguard, unbound, zeek, zeekJson, dnsTable]

/** The format of a log's beginning. */
export function logFormatOf(text: string): LogFormat | null {
  const lines = text.slice(0, 20_000).split(/\r?\n/, 40)
  return logFormats.find(({ recognise }) => lines.some((line) => recognise(line))) ?? null
}

function textAfter(line: string, mark: string): string | null {
  const start = line.indexOf(mark)
  if (start < 0) return null
  const end = line.indexOf('"', start + mark.length)
  return end < 0 ? null : line.slice(start + mark.length, end)
}

let lastSeconds = 0
let lastDay: string | undefined

/** Day of a time in seconds; neighbours in a log share it. */
function dayOf(seconds: number): string | undefined {
  if (!(seconds > 0 && seconds < 4_102_444_800)) return undefined
  const start = seconds - (seconds % 86_400)
  if (start !== lastSeconds) {
    lastSeconds = start
    lastDay = new Date(start * 1000).toISOString().slice(0, 10)
  }
  return lastDay
}
