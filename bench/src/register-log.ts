import { readers } from '@nabij/register'

export interface LogRow {
  format: string
  lines: number
  megabytes: number
  /** Of reading alone: making the lines up is left out. */
  seconds: number
  /** The most that the process held, measured each 50 ms. */
  megabytesOfMemory: number
  /** Sites that came out. */
  traces: number
}

/** One question as each resolver logs it. */
const formats: Record<string, (host: string, at: number) => string> = {
  'Pi-hole': (host, at) =>
    `Nov 25 10:${String(at % 60).padStart(2, '0')}:00 dnsmasq[123]: query[A] ${host} from 192.168.1.${at % 250}\n`,
  AdGuard: (host, at) =>
    `{"T":"2026-11-25T10:00:00.1+01:00","QH":"${host}","QT":"A","QC":"IN","CP":"","Answer":"AA==","Result":{},"Elapsed":12,"IP":"192.168.1.${at % 250}"}\n`,
  unbound: (host, at) => `[${1_700_000_000 + at}] unbound[123:0] info: 192.168.1.${at % 250} ${host}. A IN\n`,
  'Zeek JSON': (host, at) =>
    `{"ts":${1_700_000_000 + at}.12,"uid":"CHhAvVGS1DHFjwGM9","id.orig_h":"192.168.1.${at % 250}","trans_id":${at % 65_536},"query":"${host}","qclass_name":"C_INTERNET","qtype_name":"A"}\n`,
}

/**
 * Reads logs of so many lines as the box does: in pieces, never whole. One question in seven is for one of 300,000 names
 * that a network makes up, the others for 3,000 sites.
 */
export async function benchRegisterLog({ lines = 5_000_000 }: { lines?: number } = {}): Promise<LogRow[]> {
  const rows: LogRow[] = []
  for (const [format, line] of Object.entries(formats)) rows.push(await measure(format, line, lines))
  return rows
}

async function measure(format: string, line: (host: string, at: number) => string, lines: number): Promise<LogRow> {
  const reader = readers.find(({ id }) => id === 'dns-log')
  if (!reader) throw new Error('no reader of DNS logs')
  const encoder = new TextEncoder()
  let size = 0
  let making = 0
  let peak = 0
  let traces = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50)
  const start = performance.now()
  const file = {
    name: 'log',
    async *bytes() {
      for (let at = 0; at < lines; ) {
        const before = performance.now()
        let text = ''
        for (const end = Math.min(lines, at + 1500); at < end; at += 1) text += line(hostAt(at), at)
        const bytes = encoder.encode(text)
        size += bytes.length
        peak = Math.max(peak, process.memoryUsage.rss())
        making += performance.now() - before
        yield bytes
      }
    },
  }
  const emit = { record: () => {}, trace: () => void (traces += 1), ignored: () => {}, day: () => {} }
  await reader.read(file, emit, new AbortController().signal)
  clearInterval(watch)
  return {
    format,
    lines,
    megabytes: size / 1e6,
    seconds: (performance.now() - start - making) / 1000,
    megabytesOfMemory: peak / 1e6,
    traces,
  }
}

function hostAt(at: number): string {
  return at % 7 === 0 ? `h${at % 300_000}.cdn${at % 4000}.example${at % 9000}.com` : `www.site${at % 3000}.nl`
}
