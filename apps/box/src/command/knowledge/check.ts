import { lint } from '@nabij/knowledge'
import { loadKnowledge } from '../../knowledge.ts'
import type { Run } from '../verb.ts'

/** `nabij knowledge check` */
export const check: Run = async (call) => {
  const { pack } = loadKnowledge(call.installation.knowledge)
  const problems = lint(pack)
  const { version, vendors } = pack
  if (call.json) call.terminal.print(JSON.stringify({ version, vendors: vendors.length, problems }))
  else {
    for (const problem of problems) call.terminal.print(problem)
    call.terminal.print(
      call.say(
        `Pakket ${version}: ${vendors.length} leveranciers, ${problems.length} fouten.`,
        `Pack ${version}: ${vendors.length} vendors, ${problems.length} errors.`,
      ),
    )
  }
  return problems.length > 0 ? 1 : 0
}
