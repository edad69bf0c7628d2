import type { Role } from '@nabij/base'

const order: readonly Role[] = ['viewer', 'operator', 'engineer', 'owner']

/** Whether somebody with this role may do what takes that one. */
export function mayDo(role: Role, need: Role): boolean {
  return order.indexOf(role) >= order.indexOf(need)
}

/** The one of the two that may do less. */
export function lesser(a: Role, b: Role): Role {
  return mayDo(a, b) ? b : a
}
