import { inTurn } from './company.ts'
import { liveServer, startServer } from './server.ts'

/** Starts the folder's server again, on the same port, whenever it is found dead. */
export const keepAlive = (folder: string, port: number): { end(): void } => {
  let busy = false
  const look = async () => {
    if (busy || liveServer(folder)) return
    busy = true
    try {
      await inTurn(folder, async () => {
        if (!ended && !liveServer(folder)) await startServer(folder, port)
      })
    } catch {
      // Pages say that the database is away; the next look tries again.
    } finally {
      busy = false
    }
  }
  let ended = false
  const timer = setInterval(look, 500)
  timer.unref()
  return {
    end() {
      ended = true
      clearInterval(timer)
    },
  }
}
