import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'

/** The port this folder used last time when it is free, any free one otherwise; remembered in `<folder>/postgres.port`. */
export const freePort = async (folder: string): Promise<number> => {
  const memory = `${folder}/postgres.port`
  const last = existsSync(memory) ? Number(readFileSync(memory, 'utf8')) : 0
  const port = (last > 0 ? await available(last) : null) ?? (await available(0)) ?? 0
  if (port === 0) throw new Error('No port is free on 127.0.0.1 for PostgreSQL.')
  writeFileSync(memory, String(port))
  return port
}

const available = (port: number) =>
  new Promise<number | null>(done => {
    const probe = createServer()
    probe.once('error', () => done(null))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(address !== null && typeof address === 'object' ? address.port : null))
    })
  })
