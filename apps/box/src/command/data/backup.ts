import type { Run } from '../verb.ts'
export const backup: Run = async () => 0
