export interface Box {
  address: string
  stop(): Promise<void>
}
export async function startBox(_: { root: string; installation: unknown; port: number; host: string }): Promise<Box> {
  throw new Error('x')
}
