import { type AnyDb, sql } from '#kernel/db'

/**
 * Adds invented amendments to the measures of a body that have a text, in turn, with SQL alone; authors are its people.
 * For trying out sizes, never for a real commune: the journal receives nothing.
 * @returns how many were added
 */
export const populateAmendments = async (db: AnyDb, body: { readonly id: number }, amendments: number): Promise<number> => {
  const { rows } = await sql<{
    last: string
  }>`select coalesce(max(id), 0) as last from measures.amendment where body_id = ${body.id}`.execute(db)
  const last = rows[0]?.last ?? '0'
  await addAmendments(db, body.id, amendments)
  await sql`
    insert into measures.amendment_revision (body_id, amendment_id, number, measure_id, base_version, paragraphs, text, reason, written_at)
    select a.body_id, a.id, 1, a.measure_id, p.version, array[a.place], p.text || ' Ajout inventé ' || a.id || '.', 'Raison inventée ' || a.id || '.', a.filed_at
    from measures.amendment a
    join lateral (select number from measures.version v where v.body_id = a.body_id and v.measure_id = a.measure_id order by number desc limit 1) v on true
    join measures.version_paragraph p on p.body_id = a.body_id and p.measure_id = a.measure_id and p.version = v.number and p.paragraph = a.place
    where a.body_id = ${body.id} and a.id > ${last}::bigint`.execute(db)
  const added = await sql`
    insert into measures.amendment_operation (body_id, amendment_id, revision, position, kind, paragraph, text)
    select body_id, amendment_id, 1, 0, 'replace', paragraphs[1], text from measures.amendment_revision where body_id = ${body.id} and amendment_id > ${last}::bigint`.execute(
    db,
  )
  await sql`analyze measures.amendment, measures.amendment_revision, measures.amendment_operation`.execute(db)
  return Number(added.numAffectedRows ?? 0)
}

/** One paragraph after the other, the first of each measure first; people in an order that mixes them. */
const addAmendments = (db: AnyDb, body: number, amendments: number) =>
  sql`
  with place as materialized (
    select p.measure_id, p.paragraph, p.position, row_number() over (order by p.position, p.measure_id) - 1 as rank
    from measures.version_paragraph p
    join (select measure_id, max(number) as number from measures.version where body_id = ${body} group by measure_id) v on v.measure_id = p.measure_id and v.number = p.version
    where p.body_id = ${body}
  ), person as materialized (
    select person_id, row_number() over (order by person_id) - 1 as rank from kernel.presence where body_id = ${body}
  ), size as materialized (
    select (select count(*) from place) as places, (select count(*) from person) as people
  ), turn as materialized (
    select n, n % places as place, (n * 7919::bigint) % people as person from size, generate_series(0, ${amendments}::bigint - 1) n where places > 0 and people > 0
  )
  insert into measures.amendment (body_id, measure_id, gesture, author_id, college, filed_at, place, position)
  select ${body}, place.measure_id, 'rewrite', person.person_id, 'users', now() - turn.n * interval '1 minute', place.paragraph, place.position
  from turn join place on place.rank = turn.place join person on person.rank = turn.person order by turn.n desc`.execute(db)
