import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { NabijError } from '@nabij/base'
import { serveReader } from '../serve-reader.ts'

/** A reader without formats: what the bytes say is what it does. */
serveReader({ file, tree: async ({ name }) => [told(name, 0, [])] })

async function file({ name, bytes }: { name: string; bytes(): AsyncIterable<Uint8Array> }) {
  let text = ''
  let size = 0
  for await (const chunk of bytes()) {
    size += chunk.length
    if (text.length < 100) text += new TextDecoder().decode(chunk.subarray(0, 100))
    if (text.startsWith('loop')) for (;;) void 0
    if (text.startsWith('grow')) grow()
    if (text.startsWith('crash')) process.kill(process.pid, 'SIGSEGV')
  }
  if (text.startsWith('throw')) throw new Error(`secret words: ${text}`)
  if (text.startsWith('unknown')) throw new NabijError('NABIJ_EVIDENCE_UNKNOWN', { path: name })
  if (text.startsWith('call')) connect(80, '127.0.0.1')
  if (text.startsWith('write ')) writeFileSync(text.slice('write '.length), 'x')
  const findings = Array.from({ length: text.startsWith('many') ? 1000 : 1 }, (_, n) => finding(`${n}`))
  return [told(name, size, findings)]
}

function told(path: string, records: number, findings: ReturnType<typeof finding>[]) {
  return { path, reader: 'fixture', sha256: 'e', records, ignored: [], from: null, to: null, findings, questions: [] }
}

function grow(): void {
  const held: Uint8Array[] = []
  for (;;) held.push(new Uint8Array(1 << 20).fill(1))
}

function finding(locator: string) {
  const nothing = { productId: null, vendorId: null, domain: null, payment: null, location: null }
  const words = { evidence: 'e', text: 'a name', name: 'a name', why: 'made up' }
  return { id: locator, kind: 'payment' as const, confidence: 'possible' as const, locator, ...words, ...nothing }
}
