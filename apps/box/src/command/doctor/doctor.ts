import { asNabijError } from '@nabij/base'
import { problemOf } from '../failure.ts'
import type { Call, Run } from '../verb.ts'
import { type Check, type Finding, problem } from './check.ts'
import { computerChecks } from './computer.ts'
import { dataChecks } from './data.ts'
import { installationChecks } from './installation.ts'

/** Everything that is looked at, in the order in which it is told. */
export const checks: readonly Check[] = [...computerChecks, ...installationChecks, ...dataChecks]

/** `nabij doctor` */
export const doctor: Run = async (call) => {
  const findings = await Promise.all(
    checks.map(async ({ name, title, look }) => ({ name, title: title[call.language], ...(await safely(look, call)) })),
  )
  const problems = findings.filter(({ state }) => state === 'problem').length
  const warnings = findings.filter(({ state }) => state === 'warning').length
  if (call.json) call.terminal.print(JSON.stringify({ ok: problems === 0, problems, warnings, checks: findings }))
  else {
    const width = Math.max(...findings.map(({ title }) => title.length))
    for (const { state, title, found, todo } of findings) {
      call.terminal.print(`${{ ok: '✓', warning: '!', problem: '✗' }[state]} ${title.padEnd(width)}  ${found}`)
      if (todo) call.terminal.print(`  ${' '.repeat(width)}  → ${todo}`)
    }
    call.terminal.print('')
    call.terminal.print(summary(problems, warnings, call))
  }
  return problems > 0 ? 1 : 0
}

/** A check that fails in a way that nobody foresaw is a finding too. */
async function safely(look: Check['look'], call: Call): Promise<Finding> {
  try {
    return await look(call)
  } catch (error) {
    const { title, action } = problemOf(asNabijError(error), call.language)
    return problem(title, action)
  }
}

function summary(problems: number, warnings: number, { say }: Call): string {
  if (problems > 0) return say(`${problems} × iets om eerst op te lossen.`, `${problems} × something to solve first.`)
  if (warnings > 0)
    return say(
      `nabij kan werken; ${warnings} × iets om naar te kijken.`,
      `nabij can work; ${warnings} × something to look at.`,
    )
  return say('Alles in orde.', 'All is well.')
}
