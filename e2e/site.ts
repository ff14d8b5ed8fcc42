import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { signInAs } from '#kernel/auth'
import { type CastName, member } from '#kernel/demonstration'
import type { TestApp } from '#kernel/testing'
import { testSecrets } from '#kernel/testing'

export interface Site {
  /** `http://localhost:<port>` */
  readonly url: string
  /** The cookie of that person's session, as a browser holds it. */
  cookieOf(name: CastName): Promise<{ name: string; value: string; url: string }>
  close(): Promise<void>
}

/** Lets a browser reach a site under test. */
export const listenTo = async (app: TestApp): Promise<Site> => {
  const server = serve({ fetch: app.house.app.fetch, port: 0, hostname: 'localhost' })
  await new Promise(resolve => server.once('listening', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}` // a TCP server's address is an object
  return {
    url,
    async cookieOf(name) {
      const cookie = await signInAs(app.house.application, member(name).id, testSecrets.signing)
      const equals = cookie.indexOf('=')
      return { name: cookie.slice(0, equals), value: cookie.slice(equals + 1).split(';')[0]!, url }
    },
    // a browser opens connections ahead of its requests: those never used would keep the server waiting for minutes
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
