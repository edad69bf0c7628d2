import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'

/** What a name server answers: records by `TYPE name`, an RCODE, or nothing at all. */
export type NameServerAnswer = string[] | 'NXDOMAIN' | 'SERVFAIL' | 'REFUSED' | 'silent' | 'garbage'

export interface NameServer {
  /** As `--resolver` takes it. */
  address: string
  /** Every question that came, as `TYPE name`. */
  asked: string[]
  stop(): Promise<void>
}

const types: Readonly<Record<number, string>> = { 1: 'A', 2: 'NS', 5: 'CNAME', 15: 'MX', 16: 'TXT', 33: 'SRV' }
const codes = { SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 } as const

/** A real name server on this machine (RFC 1035, over UDP) that answers what it is told to. */
export async function startNameServer(answerTo: (type: string, name: string) => NameServerAnswer): Promise<NameServer> {
  const socket: Socket = createSocket('udp4')
  const asked: string[] = []
  socket.on('message', (question, from) => {
    const { name, end } = readName(question)
    const type = types[question.readUInt16BE(end)] ?? 'OTHER'
    asked.push(`${type} ${name}`)
    const said = answerTo(type, name)
    if (said === 'silent') return
    const reply = said === 'garbage' ? Buffer.from('no answer at all') : replyTo(question, end + 4, type, said)
    socket.send(reply, from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}

function readName(question: Buffer): { name: string; end: number } {
  const labels: string[] = []
  let at = 12
  for (let size = question[at] ?? 0; size > 0; size = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + size))
    at += 1 + size
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 }
}

function replyTo(question: Buffer, end: number, type: string, said: string[] | keyof typeof codes): Buffer {
  const records = Array.isArray(said) ? said.map((record) => recordOf(type, record)) : []
  const head = Buffer.from(question.subarray(0, end))
  head.writeUInt16BE(0x8180 | (Array.isArray(said) ? 0 : codes[said]), 2)
  head.writeUInt16BE(records.length, 6)
  head.writeUInt16BE(0, 8)
  head.writeUInt16BE(0, 10)
  return Buffer.concat([head, ...records])
}

/** One record: what it is about is what was asked (a pointer to byte 12). */
function recordOf(type: string, record: string): Buffer {
  const number = Number(Object.entries(types).find(([, name]) => name === type)?.[0])
  const data = dataOf(type, record)
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(number, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(300, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}

function dataOf(type: string, record: string): Buffer {
  if (type === 'TXT') return Buffer.concat(record.match(/.{1,200}/gs)?.map(sized) ?? [])
  if (type === 'A') return Buffer.from(record.split('.').map(Number))
  const words = record.split(' ')
  const numbers = words.slice(0, -1).map((word) => {
    const bytes = Buffer.alloc(2)
    bytes.writeUInt16BE(Number(word))
    return bytes
  })
  return Buffer.concat([...numbers, ...(words.at(-1) ?? '').split('.').filter(Boolean).map(sized), Buffer.alloc(1)])
}

function sized(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1')
  return Buffer.concat([Buffer.from([bytes.length]), bytes])
}
