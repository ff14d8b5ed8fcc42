import { type AnyDb, sql } from '#kernel/db'

/**
 * Adds invented amendments to the measures of a body that have a text, in turn, with SQL alone; authors are its people.
 * For trying out sizes, never for a real commune: the journal receives nothing.
 * @returns how many were added
 */
export const populateAmendments = async (db: AnyDb, body: { readonly id: number }, amendments: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    with place as (
      select p.measure_id, p.paragraph, p.position, p.version, p.text, row_number() over (order by p.position, p.measure_id) - 1 as rank, count(*) over () as places
      from measures.version_paragraph p
      where p.body_id = ${body.id} and p.version = (select max(number) from measures.version v where v.body_id = p.body_id and v.measure_id = p.measure_id)
    ), person as (
      select person_id, row_number() over (order by person_id) - 1 as rank, count(*) over () as people from kernel.presence where body_id = ${body.id}
    ), wanted as (
      select nextval(pg_get_serial_sequence('measures.amendment', 'id')) as id, n, place.*, person.person_id
      from generate_series(0, ${amendments}::integer - 1) n
      join place on place.rank = n % place.places
      join person on person.rank = (n * 7919) % person.people
    ), filed as (
      insert into measures.amendment (body_id, id, measure_id, gesture, author_id, college, filed_at, place, position)
      overriding system value
      select ${body.id}, id, measure_id, 'rewrite', person_id, 'users', now() - n * interval '1 minute', paragraph, position from wanted
    ), worded as (
      insert into measures.amendment_revision (body_id, amendment_id, number, measure_id, base_version, paragraphs, text, reason, written_at)
      select ${body.id}, id, 1, measure_id, version, array[paragraph], text || ' Ajout inventé ' || n || '.', 'Raison inventée ' || n || '.', now() - n * interval '1 minute' from wanted
    ), written as (
      insert into measures.amendment_operation (body_id, amendment_id, revision, position, kind, paragraph, text)
      select ${body.id}, id, 1, 0, 'replace', paragraph, text || ' Ajout inventé ' || n || '.' from wanted
    )
    select count(*)::integer as n from wanted`.execute(db)
  await sql`analyze measures.amendment, measures.amendment_revision, measures.amendment_operation`.execute(db).catch(() => undefined)
  return rows[0]?.n ?? 0
}
