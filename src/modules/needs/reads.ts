import { isListedFor, type Moderated } from '#engines/moderation'
import type { C } from '#kernel/http'
import type { Actor } from '#kernel/people'
import { type CatalogueTables, readServices, serviceNamed } from '#modules/catalogue'
import type { Db } from '#kernel/db'
import type { KernelTables } from '#kernel/service'
import { readLine, type LineDetail } from './queries/readLine.ts'
import { lineSubject } from './queries/stateLine.ts'
import type { Here, Tables } from './schema.ts'

export type Request = C<Tables>

/** The services of the catalogue, by name. */
export const allServices = ({ db, body }: Pick<Here, 'db' | 'body'>) =>
  readServices(db as unknown as Db<CatalogueTables & KernelTables>, body.id) // the catalogue reads its own tables

/** The service named in the address, or null. */
export const serviceOf = async (c: Request) => namedService(c.var, c.req.param('service') ?? '0')
export const namedService = async (world: Here, id: string) => {
  const name = await serviceNamed(world, id)
  return name === null ? null : { id, name }
}

/** The line named in the address with its service; null when this reader may not know that it exists. */
export const lineOf = async (c: Request): Promise<{ line: LineDetail; service: { id: string; name: string } } | null> => {
  const line = await readLine(c.var, c.req.param('need') ?? '0', c.var.actor.personId)
  const service = line && (await namedService(c.var, line.service))
  return line && service ? { line, service } : null
}

/** The lines that this reader may know of. */
export const listed = <L extends { readonly id: string }>(
  lines: readonly L[],
  moderated: { get(subject: string): Moderated },
  reader: Actor,
) => lines.filter(({ id }) => isListedFor(moderated.get(lineSubject(id)), reader))
