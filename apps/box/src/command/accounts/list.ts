import type { Account } from '@nabij/base'
import { runningClient } from '../box-client.ts'
import { formatTime } from '../format.ts'
import { table } from '../table.ts'
import type { Run } from '../verb.ts'
import { withAccounts } from './own-accounts.ts'

/** `nabij people list`, whether nabij runs or not. */
export const list: Run = async (call) => {
  const client = runningClient(call)
  const accounts = client
    ? (await client.get<{ accounts: Account[] }>('/accounts')).accounts
    : await withAccounts(call.root, (found) => found.list())
  if (call.json) {
    call.terminal.print(JSON.stringify({ accounts }))
    return 0
  }
  if (accounts.length === 0) {
    call.terminal.print(
      call.say(
        'Nog geen accounts: op deze computer mag iedereen alles.',
        'No accounts yet: on this computer everybody may do everything.',
      ),
    )
    return 0
  }
  const head = [call.say('Naam', 'Name'), call.say('Rol', 'Role'), call.say('Laatst hier', 'Last here')]
  const never = call.say('nog niet', 'never')
  const rows = accounts.map(({ name, role, seenAt }) => [
    name,
    role,
    seenAt === null ? never : formatTime(seenAt, call),
  ])
  for (const line of table(head, rows)) call.terminal.print(line)
  return 0
}
