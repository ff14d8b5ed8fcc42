import { createHash, createHmac } from 'node:crypto'
import type { AnyWorld } from '#kernel/world'

/**
 * The key in a guard's link, 132 bits: made again whenever it is needed from the key of this instance, which is not in the database.
 * The database knows its digest alone; naming other guards gives the election another name, hence other keys.
 */
export const linkKey = (world: Pick<AnyWorld, 'signingKey' | 'body'>, electionName: string, guard: 'authority' | number): string =>
  createHmac('sha256', world.signingKey).update(`secret vote ${world.body.id} ${electionName} ${guard}`).digest('base64url').slice(0, 22)

/** By which a key is recognised. */
export const keyDigest = (key: string): string => createHash('sha256').update(key).digest('hex')
