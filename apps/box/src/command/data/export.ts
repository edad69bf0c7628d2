import type { Run } from '../verb.ts'
export const exportData: Run = async () => 0
