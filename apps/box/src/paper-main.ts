import { typstPdf } from '@nabij/adapters/typst'
import { asNabijError } from '@nabij/base'

// The paper process: Typst source in at stdin, PDF out at stdout. Native code typesets, and falls alone when it falls.
try {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  const pdf = await typstPdf(Buffer.concat(pieces).toString('utf8'))
  process.stdout.write(pdf)
} catch (error) {
  const { params, message } = asNabijError(error)
  process.stderr.write(typeof params['reason'] === 'string' ? params['reason'] : message)
  process.exitCode = 1
}
