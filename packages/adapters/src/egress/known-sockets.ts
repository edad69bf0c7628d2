import type { Socket } from 'node:net'

/** Connections that the gate opened and recorded itself. */
const known = new WeakSet<Socket>()
let opening = false

/** Runs `connect`, which opens sockets at once; these are known to the watch. */
export function openKnown<S extends Socket>(connect: () => S): S {
  opening = true
  try {
    const socket = connect()
    known.add(socket)
    return socket
  } finally {
    opening = false
  }
}

/** Whether a socket that is just being opened was opened by the gate. */
export function isKnown(socket: Socket): boolean {
  if (opening) known.add(socket)
  return known.has(socket)
}
