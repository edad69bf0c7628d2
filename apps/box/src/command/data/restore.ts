import type { Run } from '../verb.ts'
export const restore: Run = async () => 0
