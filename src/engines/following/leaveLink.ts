import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a link in a letter lets its reader leave, without signing in: one subject, or every letter (`*`). */
export interface Leaving {
  readonly body: number
  readonly personId: string
  readonly subject: string
}

/** The path of that link. It does not expire: one may leave from an old letter. */
export const leavePath = (key: Buffer, leaving: Leaving): string => {
  const said = Buffer.from([leaving.body, leaving.personId, leaving.subject].join(' ')).toString('base64url')
  return `/courriers/arreter/${said}.${signature(key, said)}`
}

/** What the token of such a link lets leave; null when nobody here signed it. */
export const readLeave = (key: Buffer, token: string): Leaving | null => {
  const [said = '', signed = '', ...rest] = token.split('.')
  const expected = Buffer.from(signature(key, said))
  const given = Buffer.from(signed)
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const [body = '', personId = '', subject = ''] = Buffer.from(said, 'base64url').toString().split(' ')
  return { body: Number(body), personId, subject }
}

const signature = (key: Buffer, said: string) => createHmac('sha256', key).update(`following.leave ${said}`).digest('base64url')
