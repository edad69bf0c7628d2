import { execFile } from 'node:child_process'
import { type ErrorCode, errorCatalogue, NabijError } from '@nabij/base'
import { z } from 'zod'

const Refused = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })

/** Bounds on a program that looks at one foreign file. */
export interface Bounds {
  /** Mebibytes, milliseconds. */
  memory: number
  patience: number
}

/**
 * Has a process of its own, with little memory and time, look at a foreign file.
 * @returns what it said as JSON; null when it fell or was too slow
 * @throws NabijError the one that it says
 */
export async function askProgram(program: string, words: readonly string[], bounds: Bounds): Promise<unknown> {
  const said = await new Promise<string>((resolve) => {
    const options = {
      timeout: bounds.patience,
      killSignal: 'SIGKILL',
      windowsHide: true,
      maxBuffer: 32 * 2 ** 20,
    } as const
    const args = [`--max-old-space-size=${bounds.memory}`, program, ...words]
    execFile(process.execPath, args, options, (error, stdout) => resolve(error ? '' : stdout))
  })
  if (said === '') return null
  const answer: unknown = JSON.parse(said)
  const refused = Refused.safeParse(answer)
  if (refused.success) throw new NabijError(known(refused.data.code), refused.data.params)
  return answer
}

function known(code: string): ErrorCode {
  return code in errorCatalogue ? (code as ErrorCode) : 'NABIJ_UNEXPECTED'
}
