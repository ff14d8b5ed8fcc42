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
      select n, now() - n * interval '1 minute' as at, place.*, person.person_id
      from generate_series(0, ${amendments}::integer - 1) n
      join place on place.rank = n % place.places
      join person on person.rank = (n * 7919) % person.people
    ), filed as (
      insert into measures.amendment (body_id, measure_id, gesture, author_id, college, filed_at, place, position)
      select ${body.id}, measure_id, 'rewrite', person_id, 'users', at, paragraph, position from wanted order by n desc
      returning id, filed_at
    ), known as (select filed.id, wanted.* from filed join wanted on wanted.at = filed.filed_at), worded as (
      insert into measures.amendment_revision (body_id, amendment_id, number, measure_id, base_version, paragraphs, text, reason, written_at)
      select ${body.id}, id, 1, measure_id, version, array[paragraph], text || ' Ajout inventé ' || n || '.', 'Raison inventée ' || n || '.', at from known
    ), written as (
      insert into measures.amendment_operation (body_id, amendment_id, revision, position, kind, paragraph, text)
      select ${body.id}, id, 1, 0, 'replace', paragraph, text || ' Ajout inventé ' || n || '.' from known
    )
    select count(*)::integer as n from wanted`.execute(db)
  await sql`analyze measures.amendment, measures.amendment_revision, measures.amendment_operation`.execute(db)
  return rows[0]?.n ?? 0
}
