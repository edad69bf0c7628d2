import { spawn } from 'node:child_process'
import { NabijError } from '@nabij/base'

const typesetMs = 60_000

/** Native code typesets: in a process of its own, which may fall without us. */
export async function typeset(program: string, source: string): Promise<Uint8Array> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
  const late = setTimeout(() => child.kill('SIGKILL'), typesetMs)
  const pieces: Buffer[] = []
  let said = ''
  child.stdout.on('data', (piece: Buffer) => void pieces.push(piece))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-500)
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(source)
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  clearTimeout(late)
  if (code !== 0)
    throw new NabijError('NABIJ_PDF_UNAVAILABLE', { reason: said.trim().split('\n')[0] || `exit ${code}` })
  return Buffer.concat(pieces)
}
