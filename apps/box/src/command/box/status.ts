import type { Status } from '@nabij/base'
import { runningClient } from '../box-client.ts'
import { formatBytes, formatTime } from '../format.ts'
import type { Call, Run } from '../verb.ts'

/** `nabij status` */
export const status: Run = async (call) => {
  const client = runningClient(call)
  if (!client) {
    if (call.json) call.terminal.print(JSON.stringify({ running: false, root: call.root }))
    else
      call.terminal.print(
        call.say(`nabij draait niet (gegevens: ${call.root}).`, `nabij is not running (data: ${call.root}).`),
      )
    return 1
  }
  const found = await client.get<Status>('/status')
  if (call.json) {
    call.terminal.print(
      JSON.stringify({ running: true, address: client.address, pid: client.pid, root: call.root, ...found }),
    )
    return 0
  }
  for (const line of linesOf(client.address, found, call)) call.terminal.print(line)
  return 0
}

function linesOf(
  address: string,
  { startedAt, stations, egress, lastBackupAt, disk, executors, version }: Status,
  call: Call,
): string[] {
  const left = `${formatBytes(egress.bytes, call)} (${egress.connections} ${call.say('verbindingen', 'connections')})`
  const never = call.say('nog nooit', 'never yet')
  const diskWord = { ok: '', low: call.say(' · raakt vol', ' · filling up'), full: call.say(' · vol', ' · full') }[
    disk.state
  ]
  return [
    `nabij ${version} · ${address}`,
    `${call.say('Draait sinds', 'Running since')}: ${formatTime(startedAt, call)}`,
    `${call.say('Stations', 'Stations')}: ${stations} · ${call.say('rekenprocessen', 'executors')}: ${executors.running} (${executors.restarts}× ${call.say('herstart', 'restarted')})`,
    `${call.say('Verlaten dit apparaat', 'Left this device')}: ${left}`,
    `${call.say('Laatste back-up', 'Last backup')}: ${lastBackupAt === null ? never : formatTime(lastBackupAt, call)}`,
    `${call.say('Vrije schijfruimte', 'Free disk space')}: ${formatBytes(disk.freeBytes, call)}${diskWord}`,
    `${call.say('Gegevens', 'Data')}: ${call.root}`,
  ]
}
