import { plainName } from '../../table/index.ts'
import { cellsOf } from '../../text/index.ts'
import type { LogFormat, Question } from './formats.ts'

/** Where a table says what was asked, how that ended and when. */
interface Places {
  delimiter: string
  host: number
  status: number
  time: number
}

const hosts = ['domain', 'query', 'queryname', 'host', 'hostname', 'question', 'name']
const times = ['timestamp', 'time', 'datetime', 'date', 'ts']
const kinds = ['type', 'querytype', 'qtype', 'recordtype', 'qtypename']
const askers = [
  'client',
  'clientip',
  'clientname',
  'clientid',
  'source',
  'sourceip',
  'device',
  'deviceid',
  'devicename',
]
const statuses = ['status', 'action', 'result', 'response', 'verdict']
const headless =
  /^"?(?:\d{4}-\d\d-\d\d[ T][\d:.+Z]+|\d{9,10})"?([,;\t])"?(?:A|AAAA|HTTPS|SVCB|PTR|SRV|MX|TXT|NS|SOA|ANY)"?\1"?[\w-]+(?:\.[\w-]+)+"?\1/
/** Pi-hole's numbers for what it refused, in its database. */
const refused = new Set(['1', '4', '5', '6', '7', '8', '9', '10', '11', '15', '16', '18'])

/**
 * A table of questions, one a line, by the names of its columns: Pi-hole's database as CSV, NextDNS, Control D and others;
 * and Pi-hole's older list, which has no names: time, type, domain, client, status.
 */
export const dnsTable: LogFormat = {
  id: 'table',
  recognise: (line) => placesOf(line) !== null || headless.test(line),
  start() {
    let places: Places | null = null
    return (line): Question => {
      if (places === null) {
        places = placesOf(line)
        if (places) return { host: null }
        const [, delimiter] = headless.exec(line) ?? []
        if (delimiter === undefined) return { host: null }
        places = { delimiter, time: 0, host: 2, status: 4 }
      }
      const { delimiter, host, status, time } = places
      const cells = line.includes('"') ? cellsOf(line, delimiter) : line.split(delimiter)
      const asked = (cells[host] ?? '').trim().replace(/\.$/, '')
      if (!asked.includes('.')) return { host: null }
      const said = (status < 0 ? '' : (cells[status] ?? '')).trim()
      return { host: asked, blocked: isRefused(said), day: dayOf((cells[time] ?? '').trim()) }
    }
  },
}

function isRefused(status: string): boolean {
  return refused.has(status) || /block|gravity|deni|refus|blacklist|regex/i.test(status)
}

function placesOf(line: string): Places | null {
  const delimiter = [',', ';', '\t'].find((one) => line.includes(one))
  if (delimiter === undefined || line.length > 2000) return null
  const names = cellsOf(line, delimiter).map(plainName)
  const place = (any: readonly string[]): number => names.findIndex((name) => any.includes(name))
  const [host, time, asker] = [place(hosts), place(times), place(askers)]
  if (host < 0 || time < 0 || asker < 0 || place(kinds) < 0) return null
  return { delimiter, host, time, status: place(statuses) }
}

let lastTime = ''
let lastDay: string | undefined

/** Day of a time in seconds or as a date; a table is mostly in order, so that the last one is asked for again. */
function dayOf(time: string): string | undefined {
  const key = time.slice(0, 10)
  if (key !== lastTime) {
    lastTime = key
    lastDay = /^\d{4}-\d\d-\d\d$/.test(key)
      ? key
      : /^\d{9,10}$/.test(key)
        ? new Date(Number(key) * 1000).toISOString().slice(0, 10)
        : undefined
  }
  return lastDay
}
