import type { Run } from '../verb.ts'
export const deleteData: Run = async () => 0
