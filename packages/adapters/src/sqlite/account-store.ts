import type { AccountStore } from '@nabij/accounts'
import type { Reads, Remote, Writes } from './calls/index.ts'

export function accountStore(read: Remote<Reads>, write: Remote<Writes>): AccountStore {
  return {
    accounts: () => read('listAccounts'),
    insertAccount: (row, audit) => write('insertAccount', row, audit),
    updateAccount: (id, change, audit) => write('updateAccount', id, change, audit),
    removeAccount: (id, audit) => write('removeAccount', id, audit),
    sessions: () => read('listSessions'),
    insertSession: (row, audit) => write('insertSession', row, audit),
    sawSession: (id, at) => write('sawSession', id, at),
    removeSessions: (ids, audit) => write('removeSessions', ids, audit),
    devices: () => read('listDevices'),
    insertDevice: (row, audit) => write('insertDevice', row, audit),
    updateDevice: (id, change, audit) => write('updateDevice', id, change, audit),
    removeDevice: (id, audit) => write('removeDevice', id, audit),
    tokens: () => read('listTokens'),
    insertToken: (row, audit) => write('insertToken', row, audit),
    sawToken: (id, at) => write('sawToken', id, at),
    removeTokens: (ids, audit) => write('removeTokens', ids, audit),
    appendAudit: (row) => write('appendAudit', row),
    audit: (query) => read('listAudit', query),
  }
}
