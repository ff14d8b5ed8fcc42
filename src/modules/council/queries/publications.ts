import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { ListLine } from '../rules/examined.ts'

type Place = Pick<AnyWorld, 'db' | 'body'>

/** A text as it was put on line: it never changes. */
export interface Publication {
  readonly version: number
  readonly label: string
  readonly title: string
  readonly text: string
  readonly signedBy: string
  readonly secretary: string
  readonly reason: string
  readonly digest: string
  readonly size: number
  readonly publishedAt: string
}

/** Every version of a text, the latest first. */
export const publicationsOf = async ({ db, body }: Place, deliberation: string): Promise<readonly Publication[]> => {
  const { rows } = await sql<Publication>`
    select version, label, title, text, signed_by as "signedBy", secretary, reason, digest, length(file) as size, published_at as "publishedAt"
    from council.publication where body_id = ${body.id} and deliberation_id = ${deliberation} order by version desc limit 100`.execute(db)
  return rows
}

/** The file of a version, or of the latest one; undefined when nothing is published. */
export const publishedFile = async ({ db, body }: Place, deliberation: string, version: number | null) => {
  const { rows } = await sql<{ label: string; version: number; file: Buffer; digest: string }>`
    select label, version, file, digest from council.publication where body_id = ${body.id} and deliberation_id = ${deliberation}
      ${version === null ? sql`` : sql`and version = ${version}`} order by version desc limit 1`.execute(db)
  return rows[0]
}

/** The list of a session as it was published, or null. */
export const listOf = async ({ db, body }: Place, meeting: string) => {
  const { rows } = await sql<{ lines: readonly ListLine[]; publishedAt: string }>`
    select lines, published_at as "publishedAt" from council.list_publication where body_id = ${body.id} and meeting_id = ${meeting}`.execute(
    db,
  )
  return rows[0] ?? null
}
