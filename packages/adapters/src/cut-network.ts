import { Socket as DatagramSocket } from 'node:dgram'
import { Server, Socket } from 'node:net'

/**
 * Node's permission model does not cover the network (yet): what opens a connection is taken away here. Pipes that are
 * open already go on.
 */
export function cutNetwork(who: string): void {
  const refuse = (): never => {
    throw new Error(`${who} has no network`)
  }
  Socket.prototype.connect = refuse
  Server.prototype.listen = refuse
  DatagramSocket.prototype.bind = refuse
  DatagramSocket.prototype.send = refuse
}
