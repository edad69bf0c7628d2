import type { Router } from '../routes/router.ts'
import { addAudit } from './audit-log.ts'
import { addDevices } from './devices.ts'
import { addKeys } from './keys.ts'
import { addPeople } from './people.ts'
import { addSessions } from './sessions.ts'

/** Who may come in, with what, and what they changed: of the own workspace, for the whole box. */
export function addAccounts(router: Router): void {
  for (const add of [addSessions, addPeople, addDevices, addKeys, addAudit]) add(router)
}
