import type { ChildProcess } from 'node:child_process'

/** Where a box that was started with `--json` says that it is. @throws when it ends before it says so */
export async function boxAddress(server: ChildProcess): Promise<string> {
  let said = ''
  for await (const text of server.stdout?.setEncoding('utf8') ?? []) {
    said += text
    if (said.includes('\n')) return (JSON.parse(said) as { address: string }).address
  }
  throw new Error('the server did not start')
}
