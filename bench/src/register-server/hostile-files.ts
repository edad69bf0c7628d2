import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface HostileFile {
  what: 'packages' | 'csv' | 'line' | 'bomb'
  path: string
}

export interface HostileSizes {
  /** Packages in the lock file (50,000). */
  packages: number
  /** Bytes of the table, of the one line, and of what is packed in the archive. */
  csv: number
  line: number
  bomb: number
}

/** Files that are too much, one of each kind, made in that folder. */
export async function makeHostileFiles(folder: string, sizes: HostileSizes): Promise<HostileFile[]> {
  const at = (name: string) => join(folder, name)
  const files: HostileFile[] = [
    { what: 'packages', path: at('package-lock.json') },
    { what: 'csv', path: at('bank.csv') },
    { what: 'line', path: at('line.csv') },
    { what: 'bomb', path: at('bomb.zip') },
  ]
  await writeFile(at('package-lock.json'), lockFile(sizes.packages))
  await writeBytes(at('bank.csv'), pieces(sizes.csv, statement))
  await writeBytes(
    at('line.csv'),
    pieces(sizes.line, () => 'x'.repeat(pieceSize)),
  )
  await writeFile(at('bomb.zip'), await bomb(sizes.bomb))
  return files
}

const pieceSize = 1 << 20

/** All of them of vendors that are known: each is a finding that has to go all the way. */
function lockFile(count: number): string {
  const names = Array.from({ length: count }, (_, n) => `${n % 2 === 0 ? '@aws-sdk/client' : '@azure/arm'}-${n}`)
  const packages = Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }]))
  const dependencies = Object.fromEntries(names.map((name) => [name, '1.0.0']))
  return JSON.stringify({
    name: 'shop',
    lockfileVersion: 3,
    packages: { '': { name: 'shop', dependencies }, ...packages },
  })
}

/** A bank's export whose lines are all payments. */
function statement(piece: number): string {
  const line = (n: number) =>
    `"2026${month(n)}15","Klant ${n}","NL20INGB0001234567","NL91ABNA0417164300","IC","Af","${n % 900},${10 + (n % 90)}","Incasso","Factuur ${n}"\n`
  const head =
    '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"\n'
  let text = piece === 0 ? head : ''
  for (let n = piece * 8000; text.length < pieceSize; n += 1) text += line(n)
  return text
}

function month(n: number): string {
  return String(1 + (n % 10)).padStart(2, '0')
}

function* pieces(size: number, piece: (at: number) => string): Generator<Buffer> {
  for (let done = 0, at = 0; done < size; at += 1) {
    const bytes = Buffer.from(piece(at))
    yield bytes
    done += bytes.length
  }
}

async function writeBytes(path: string, all: Iterable<Buffer>): Promise<void> {
  const file = createWriteStream(path)
  for (const bytes of all) if (!file.write(bytes)) await once(file, 'drain')
  file.end()
  await once(file, 'close')
}

/** One file of nothing but the same byte: a thousand times as large as what comes in. */
async function bomb(size: number): Promise<Buffer> {
  const name = Buffer.from('bank.csv')
  const zeros = Buffer.alloc(pieceSize, '0')
  const deflate = createDeflateRaw({ level: 9 })
  const packed: Buffer[] = []
  deflate.on('data', (bytes: Buffer) => packed.push(bytes))
  let sum = 0
  let done = 0
  for (; done < size; done += zeros.length) {
    sum = crc32(zeros, sum)
    if (!deflate.write(zeros)) await once(deflate, 'drain')
  }
  deflate.end()
  await once(deflate, 'end')
  const body = Buffer.concat(packed)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(sum, 10)
  fields.writeUInt32LE(body.length, 14)
  fields.writeUInt32LE(done, 18)
  fields.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, body])
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, Buffer.alloc(14), name])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end])
}
