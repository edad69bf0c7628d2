import { lint } from '@nabij/knowledge'
import type { Run } from '../verb.ts'
import { knowledgeOf } from './saved.ts'

/** `nabij knowledge check` */
export const check: Run = async (call) => {
  const { pack, sha256 } = await knowledgeOf(call)
  const problems = lint(pack)
  const { version, vendors } = pack
  if (call.json) call.terminal.print(JSON.stringify({ version, sha256, vendors: vendors.length, problems }))
  else {
    for (const problem of problems) call.terminal.print(problem)
    call.terminal.print(
      call.say(
        `Pakket ${version}: ${vendors.length} leveranciers, ${problems.length} fouten.`,
        `Pack ${version}: ${vendors.length} vendors, ${problems.length} errors.`,
      ),
    )
    call.terminal.print(`sha256 ${sha256}`)
  }
  return problems.length > 0 ? 1 : 0
}
