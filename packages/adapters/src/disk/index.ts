export { type DiskGuardOptions, diskGuard, type RunningDiskGuard } from './disk-guard.ts'
