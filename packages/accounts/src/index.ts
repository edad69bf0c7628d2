export type { AccountChange, Accounts, By, Credential, Known, NewAccount, NewDevice } from './accounts.ts'
export { createAccounts } from './create-accounts.ts'
export type { AccountsPorts } from './house.ts'
export { lives } from './limits.ts'
export type {
  AccountRow,
  AccountStore,
  AuditRow,
  DeviceRow,
  PasswordHash,
  SessionRow,
  TokenRow,
} from './ports.ts'
export { mayDo } from './roles.ts'
export { sameText } from './secrets.ts'
export { createThrottle } from './throttle.ts'
