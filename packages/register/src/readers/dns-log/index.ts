import { siteTally } from '../../hosts/index.ts'
import type { EvidenceReader } from '../../reader.ts'
import { beginningOf } from '../../table/index.ts'
import { blocksOf } from '../../text/index.ts'
import { logFormatOf } from './formats.ts'
import { isTelemetry } from './telemetry.ts'

/** A domain asked for less often than this was a visit, an advertisement or chance. */
export const leastQuestions = 10
const mostHosts = 100_000

interface Asked {
  count: number
  line: number
}

/**
 * Logs of a DNS resolver: Pi-hole and dnsmasq, AdGuard Home, unbound, Zeek. Which domains are asked for often; never by whom.
 * Blocked questions and those of programs about themselves are counted apart.
 */
export const dnsLog: EvidenceReader = {
  id: 'dns-log',
  recognise: ({ text }) => (logFormatOf(text) === null ? 0 : 0.97),
  async read(source, emit, signal) {
    const { text, file } = await beginningOf(source)
    const parse = logFormatOf(text)?.start()
    if (!parse) return emit.ignored('no line of a known log')
    const hosts = new Map<string, Asked>()
    const used = siteTally()
    let automatic = 0
    let inside = 0
    let blocked = 0
    let others = 0
    let records = 0
    let first = ''
    let last = ''
    for await (const { first: start, lines } of blocksOf(file, { longest: 16_384, signal })) {
      for (let at = 0; at < lines.length; at += 1) {
        const question = parse(lines[at] ?? '')
        const { host } = question
        if (host === null) {
          others += 1
          continue
        }
        records += 1
        const { day } = question
        if (day !== undefined) {
          if (first === '' || day < first) first = day
          if (day > last) last = day
        }
        if (question.blocked === true) blocked += 1
        else count(host, start + at)
      }
    }
    emit.record(records)
    for (const day of new Set([first, last])) if (/^\d{4}-\d\d-\d\d$/.test(day)) emit.day(day)
    settle()
    used.emit(emit, 'dns-log', { least: leastQuestions })
    const reasons = {
      'line that is no question': others,
      'blocked question': blocked,
      'telemetry: a program about itself': automatic,
      'name within the house': inside,
    }
    for (const [reason, count] of Object.entries(reasons)) if (count > 0) emit.ignored(reason, count)

    function count(host: string, line: number): void {
      const asked = hosts.get(host)
      if (asked) asked.count += 1
      else {
        if (hosts.size >= mostHosts) settle()
        // A slice of a line would keep its whole block alive.
        hosts.set(` ${host.slice(0, 254)}`.slice(1), { count: 1, line })
      }
    }

    /** Hosts become domains: there are far fewer of these, however many names a network makes up. */
    function settle(): void {
      for (const [host, { count, line }] of hosts) {
        if (isTelemetry(host)) automatic += count
        else if (!used.add(host.toLowerCase(), line, count)) inside += count
      }
      hosts.clear()
    }
  },
}
