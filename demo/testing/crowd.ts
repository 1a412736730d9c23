import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** So many connections, all of them open at once. @throws where one is refused */
export const openCrowd = (port: number, count: number): Promise<Socket[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      return socket
    }),
  )

/** Takes a whole answer, which has to say how long it is, from a connection. @returns its status @throws when it is broken off */
export const takeAnswer = (socket: Socket): Promise<number> =>
  new Promise((resolve, reject) => {
    let head = ''
    let status = 0
    let missing = Infinity
    const fail = () => reject(new Error(`broken off after “${head.slice(0, 40)}”`))
    const take = (chunk: Buffer) => {
      missing -= chunk.length
      if (status === 0) {
        head += chunk.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        status = Number(head.split(' ')[1])
        missing = Number(/^content-length: (\d+)/im.exec(head)?.[1]) - (head.length - end - 4)
      }
      if (missing > 0) return
      socket.off('data', take).off('error', fail).off('close', fail)
      resolve(status)
    }
    socket.on('data', take).on('error', fail).on('close', fail)
  })
