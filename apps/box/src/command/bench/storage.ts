import type { Run } from '../verb.ts'

/** `nabij bench storage` */
export const storage: Run = async () => 0
