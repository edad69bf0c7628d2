import { expect, test } from 'vitest'
import { readWith, sureness } from '../../testing/read.ts'
import { dnsLog, leastQuestions } from './index.ts'
import { isTelemetry } from './telemetry.ts'

/** Who asks, what for; the asker and the host's own part may not come out. */
const asked: [host: string, times: number][] = [
  ['jan-laptop.acme.slack.com', leastQuestions],
  ['Slack.com', 1],
  ['docs.google.com', 25],
  ['visited-once.nl', 1],
  ['v10.events.data.microsoft.com', 400],
  ['ocsp.digicert.com', 90],
  ['nas.local', 50],
  ['5.1.168.192.in-addr.arpa', 20],
]
const formats: Record<string, { head?: string; line: (host: string) => string; tail?: string }> = {
  'Pi-hole': {
    head: 'Nov 25 10:00:00 dnsmasq[5]: started, version pi-hole-2.90\n',
    line: (host) =>
      `Nov 25 10:00:01 dnsmasq[5]: query[A] ${host} from 192.168.7.31\nNov 25 10:00:01 dnsmasq[5]: reply ${host} is 1.2.3.4\n`,
  },
  AdGuard: {
    line: (host) =>
      `{"T":"2026-11-25T10:00:00.1+01:00","QH":"${host}","QT":"A","QC":"IN","CP":"","Answer":"AA==","Result":{},"Elapsed":1,"IP":"192.168.7.31"}\n`,
    tail: '{"T":"2026-11-26T10:00:00+01:00","QH":"ads.doubleclick.net","QT":"A","QC":"IN","Result":{"IsFiltered":true},"IP":"192.168.7.31"}\n'.repeat(
      30,
    ),
  },
  unbound: { line: (host) => `[1795600000] unbound[123:0] info: 192.168.7.31 ${host}. A IN\n` },
  'unbound in syslog': { line: (host) => `Nov 25 10:00:00 fw unbound: [1:0] info: 192.168.7.31 ${host}. AAAA IN\n` },
  Zeek: {
    head: '#separator \\x09\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tquery\tqtype_name\n#types\ttime\tstring\taddr\tport\tstring\tstring\n',
    line: (host) => `1795600000.1\tCx\t192.168.7.31\t5353\t${host}\tA\n`,
    tail: '1795600000.1\tCx\t192.168.7.31\t5353\t-\tA\n',
  },
  'Pi-hole’s database as CSV': {
    head: '"id","timestamp","type","status","domain","client","forward"\n',
    line: (host) => `"7","1795600000","A","2","${host}","192.168.7.31","1.1.1.1"\n`,
    tail: '"8","1795600000","A","1","ads.doubleclick.net","192.168.7.31",""\n'.repeat(30),
  },
  'Pi-hole’s older list': {
    line: (host) => `2026-11-25 10:00:01,A,${host},192.168.7.31,OK (forwarded),\n`,
    tail: '2026-11-25 10:00:01,A,ads.doubleclick.net,192.168.7.31,Blocked (gravity),\n'.repeat(30),
  },
  NextDNS: {
    head: 'timestamp,domain,query_type,dnssec,protocol,client_ip,status,reasons,root_domain,device_id,device_name\n',
    line: (host) => `2026-11-25T10:00:01.123Z,${host},A,false,DNS-over-HTTPS,192.168.7.31,,,x,ABC12,"jan, laptop"\n`,
    tail: '2026-11-25T10:00:01.123Z,ads.doubleclick.net,A,false,DoH,192.168.7.31,blocked,"blocklist:a,b",x,ABC12,jan\n'.repeat(
      30,
    ),
  },
  'Zeek JSON': {
    line: (host) =>
      `{"ts":1795600000.5,"uid":"C","id.orig_h":"192.168.7.31","trans_id":3,"query":"${host}","qtype_name":"A"}\n`,
  },
}

test.each(Object.entries(formats))(
  '%s: domains asked for often, telemetry apart',
  async (name, { head = '', line, tail = '' }) => {
    const log = head + asked.map(([host, times]) => line(host).repeat(times)).join('') + tail
    expect(sureness(dnsLog, log)).toBeGreaterThan(0.9)
    const read = await readWith(dnsLog, log, { piece: 97 })
    expect(read.traces.map(({ kind, name, text }) => `${kind} ${name} ${text}`)).toEqual([
      'dns-log docs.google.com docs.google.com · 25×',
      `dns-log slack.com slack.com · ${leastQuestions + 1}×`,
    ])
    expect(read.ignored).toMatchObject({
      'domain seen too rarely': 1,
      'telemetry: a program about itself': 490,
      'name within the house': 70,
      ...(tail !== '' && !name.startsWith('Zeek') ? { 'blocked question': 30 } : {}),
    })
    expect(JSON.stringify(read)).not.toMatch(/192\.168|jan|acme/)
    if (!['Pi-hole', 'unbound in syslog'].includes(name)) expect(read.days[0]).toMatch(/^2026-11-2\d$/)
  },
)

test('tells telemetry from use', () => {
  const automatic = ['telemetry.mozilla.org', 'vortex-win.data.microsoft.com', 'o1.ingest.sentry.io', 'ntp.ubuntu.com']
  expect(automatic.map(isTelemetry)).toEqual([true, true, true, true])
  expect(['sentry.io', 'analytics.google.com', 'teams.microsoft.com', 'metrics.nl'].map(isTelemetry)).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test('made-up names of one network do not fill the memory, and hide nothing', async () => {
  const line = formats['Pi-hole']?.line ?? (() => '')
  const noise = Array.from({ length: 120_000 }, (_, at) => line(`h${at}.tracker${at % 50}.com`)).join('')
  const { traces } = await readWith(dnsLog, `${noise}${line('app.moneybird.com').repeat(12)}`)
  expect(traces).toHaveLength(51)
  expect(traces.at(-1)?.name).toBe('app.moneybird.com')
})
