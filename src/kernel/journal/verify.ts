import { type Db, sql } from '#kernel/db'
import { contentDigest, type JournalTables } from './record.ts'
import { type EntryRow, genesis, linkDigest } from './seal.ts'

/** What reading the whole chain again found. */
export interface JournalVerdict {
  readonly links: number
  readonly erased: number
  readonly pending: number
  readonly head: string
  /** One sentence per broken link, line out of the chain or content that does not match its digest. */
  readonly faults: readonly string[]
}

/** Recomputes every link of a body's chain, and every digest whose content was not erased. */
export const verifyJournal = async (db: Db<JournalTables>, body: number, key: Buffer): Promise<JournalVerdict> => {
  const faults: string[] = []
  let previous: Buffer = genesis
  let position = 0
  let erased = 0
  for (;;) {
    const { rows } = await sql<ChainRow>`
      select l.position, l.digest as link, e.id, e.at, e.event, e.subject, e.digest, c.salt, c.person_id as person,
        c.keyed_by as "keyedBy", c.channel, c.form, c.data::text as data
      from journal.link l join journal.entry e on e.body_id = l.body_id and e.id = l.entry_id
      left join journal.content c on c.body_id = e.body_id and c.entry_id = e.id
      where l.body_id = ${body} and l.position > ${position} order by l.position limit 5000`.execute(db)
    if (rows.length === 0) break
    for (const row of rows) {
      position += 1
      if (Number(row.position) !== position) {
        faults.push(`link ${position} is missing`)
        position = Number(row.position)
      }
      const expected = linkDigest(previous, row)
      if (!expected.equals(row.link)) faults.push(`link ${row.position} does not follow from the one before`)
      previous = row.link
      if (!row.salt || row.data === null) erased += 1
      else if (!contentDigest(key, row.salt, { ...row, data: row.data }).equals(row.digest)) faults.push(`line ${row.id} was rewritten`)
    }
  }
  const { rows: loose } = await sql<{ pending: number; lost: number }>`
    select (select count(*)::int from journal.pending where body_id = ${body}) as pending,
      (select count(*)::int from journal.entry e where body_id = ${body}
        and not exists (select from journal.link l where l.body_id = e.body_id and l.entry_id = e.id)
        and not exists (select from journal.pending p where p.body_id = e.body_id and p.entry_id = e.id)) as lost`.execute(db)
  if (loose[0]!.lost > 0) faults.push(`${loose[0]!.lost} lines are in no link`)
  return { links: position, erased, pending: loose[0]!.pending, head: previous.toString('hex'), faults }
}

interface ChainRow extends EntryRow {
  position: string
  link: Buffer
  salt: Buffer | null
  person: string | null
  keyedBy: string | null
  channel: string
  form: string | null
  data: string | null
}
