import type { PageOfRows } from '#kernel/db'
import type { C } from './router.ts'

/** The signed-in person's actor; only for routes whose power requires one. */
export const signedIn = (c: C<any>) => {
  const { actor } = c.var
  if (actor.personId === null) throw new Error('This route must declare a power that requires a signed-in person.')
  return { ...actor, personId: actor.personId }
}

/** The page asked for with `?page=`; anything else than a whole number from 1 to 10,000 means the first. */
export const pageOf = (c: C<any>, size = 20): PageOfRows => {
  const asked = c.req.query('page') ?? '1'
  const number = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1
  return { number, size, start: (number - 1) * size }
}
