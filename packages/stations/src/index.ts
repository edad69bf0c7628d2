export type * from './ports.ts'
export type * from './stations.ts'
