import { runningBox } from '../../supervisor/running.ts'
import { stopBox } from '../box/stop.ts'
import { confirmed } from '../confirm.ts'
import type { Run } from '../verb.ts'

/** `nabij delete --all`: stops the box that runs, after the question. */
export const deleteData: Run = async (call) => {
  const { root, say, terminal } = call
  const running = runningBox(root)
  const stopping = running
    ? say(' nabij draait nog en wordt dan gestopt.', ' nabij is running and will be stopped.')
    : ''
  const question = say(
    `Alles van nabij in ${root} verwijderen, met voorbeeld en back-ups?${stopping}`,
    `Delete everything of nabij in ${root}, with sample and backups?${stopping}`,
  )
  if (!(await confirmed(call, question))) return 1
  if (running) await stopBox(root, running)
  const { deleteRoot } = await import('../../supervisor/root.ts')
  const { found, left } = await deleteRoot(root)
  if (call.json) terminal.print(JSON.stringify({ deleted: found, root, left }))
  else {
    terminal.print(
      found
        ? say('Alles is verwijderd.', 'Everything is deleted.')
        : say('Er was niets om te verwijderen.', 'There was nothing to delete.'),
    )
    if (left.length > 0)
      terminal.tell(
        say(`Niet van nabij, dus gebleven: ${left.join(', ')}`, `Not nabij’s, so it stayed: ${left.join(', ')}`),
      )
  }
  return 0
}
