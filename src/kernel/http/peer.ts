import type { Context } from 'hono'

/** The network address at the other end of the connection, a proxy's when there is one; null when there is no connection (tests). */
export const peerOf = (c: Context): string | null => {
  const incoming: unknown = Reflect.get(Object(c.env), 'incoming')
  const address: unknown = Reflect.get(Object(Reflect.get(Object(incoming), 'socket')), 'remoteAddress')
  return typeof address === 'string' ? address : null
}

/** This machine or its own network (RFC 1918, RFC 4193). */
export const isNear = (address: string): boolean =>
  /^(::ffff:)?(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$|^::1$|^f[cd][0-9a-f]{2}:/i.test(address)
