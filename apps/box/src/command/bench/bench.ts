import type { Run } from '../verb.ts'

export const inspection: Run = async () => 0
export const accuracy: Run = async () => 0
export const storage: Run = async () => 0
