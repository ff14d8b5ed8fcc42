import { type AnyDb, sql } from '#kernel/db'

/** How much invented life to add. Each resident supports a measure at most once: `supports` ≤ about half of `measures` × `residents`. */
export interface Population {
  readonly measures: number
  readonly residents: number
  readonly supports: number
}

/**
 * Adds invented measures, residents and supports to a body, with SQL alone: a million supports in less than a minute.
 * The journal receives nothing: it is for trying out sizes, never for a real commune. Residents are numbered, so that a
 * second call finds those of the first. `db` runs in the body's scope, under the jobs role or the owner's.
 * @returns what was added
 */
export const populateMeasures = async (
  db: AnyDb,
  body: { readonly id: number },
  { measures, residents, supports }: Population,
): Promise<Population> => {
  if (supports * 2 > measures * residents)
    throw new RangeError('Too many supports for so few measures and residents: each person supports a measure once.')
  await addResidents(db, body.id, residents)
  const first = await addMeasures(db, body.id, measures)
  const added = await addSupports(db, body.id, first, { measures, residents, supports })
  return { measures, residents, supports: added }
}

const themes = 40
/** Resident number n of a body, as a person id. */
const personId = (body: number, n: ReturnType<typeof sql>) =>
  sql`(lpad(${body}::text, 8, '0') || '-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`

const addResidents = async (db: AnyDb, body: number, residents: number) => {
  await sql`
    insert into kernel.person (id, name, invented)
    select ${personId(body, sql`n + 1000000`)}, 'Personne inventée ' || n, true from generate_series(1, ${residents}::integer) n on conflict do nothing`.execute(
    db,
  )
  await sql`
    insert into kernel.presence (body_id, person_id)
    select ${body}, ${personId(body, sql`n + 1000000`)} from generate_series(1, ${residents}::integer) n on conflict do nothing`.execute(db)
}

/** @returns the position of the first measure added */
const addMeasures = async (db: AnyDb, body: number, measures: number): Promise<number> => {
  const { rows } = await sql<{ section: number; measure: number }>`
    select coalesce((select max(position) + 1 from measures.section where body_id = ${body}), 0) as section,
      coalesce((select max(position) + 1 from measures.measure where body_id = ${body}), 0) as measure`.execute(db)
  const start = rows[0]!
  await sql`
    insert into measures.section (body_id, kind, number, title, position)
    select ${body}, 'theme', 'T' || n, 'Thème inventé ' || n, ${start.section} + n from generate_series(1, ${themes}::integer) n`.execute(
    db,
  )
  await sql`
    insert into measures.measure (body_id, section_id, position, number, title, summary, owner_service, closes_on, created_at, changed_at)
    select ${body}, s.id, ${start.measure}::integer + n - 1, 'T' || (n % ${themes}::integer + 1) || '.' || n,
      (array['Ouvrir', 'Rénover', 'Partager', 'Rapprocher', 'Protéger', 'Réparer', 'Planter', 'Éclairer'])[n % 8 + 1] || ' ' ||
      (array['les écoles', 'le marché', 'la cantine', 'les trottoirs', 'la bibliothèque', 'les berges', 'les jardins', 'le gymnase', 'la gare'])[n % 9 + 1] || ' ' ||
      (array['du centre', 'du plateau', 'de la vallée', 'des coteaux', 'du hameau'])[n % 5 + 1] || ', mesure ' || n,
      'Résumé inventé de la mesure ' || n || ' : ce qu’elle change, pour qui, et à quel prix.', 'participation',
      case when n % 3 = 0 then current_date + (n % 90) end, now() - n * interval '1 minute', now() - n * interval '1 minute'
    from generate_series(1, ${measures}::integer) n
    join measures.section s on s.body_id = ${body} and s.position = ${start.section}::integer + n % ${themes}::integer + 1`.execute(db)
  await sql`
    insert into measures.stage (body_id, measure_id, stage, reason, made_at)
    select m.body_id, m.id, (array['proposed', 'co-construction', 'consultation', 'decided', 'running'])[least(k, m.id % 5 + 1)], 'Étape inventée.', now() - (6 - k) * interval '1 day'
    from measures.measure m cross join generate_series(1, 2) k
    where m.body_id = ${body} and m.position >= ${start.measure} order by m.id, k`.execute(db)
  await sql`
    insert into measures.version (body_id, measure_id, number, made_at, note)
    select body_id, id, 1, created_at, 'Version inventée.' from measures.measure where body_id = ${body} and position >= ${start.measure}`.execute(
    db,
  )
  await sql`
    insert into measures.version_paragraph (body_id, measure_id, version, position, paragraph, text)
    select body_id, id, 1, k - 1, 'v1-' || k, 'Paragraphe ' || k || ' de la mesure ' || number || '. Ce texte est inventé : il donne à la page une longueur ordinaire, pour que les mesures de temps soient honnêtes.'
    from measures.measure cross join generate_series(1, 4) k where body_id = ${body} and position >= ${start.measure}`.execute(db)
  await sql`analyze measures.measure, measures.section, measures.stage, measures.version, measures.version_paragraph`.execute(db)
  return start.measure
}

/** Measures receive unequal numbers of supports; people are taken in turn so that none supports the same measure twice. */
const addSupports = async (db: AnyDb, body: number, first: number, { measures, residents, supports }: Population): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    with weighed as (
      select id, position - ${first}::integer as rank, sum(0.25 + 1.5 * ((position * 0.6180339887) % 1)) over (order by position) as upto,
        0.25 + 1.5 * ((position * 0.6180339887) % 1) as own
      from measures.measure where body_id = ${body} and position >= ${first} and position < ${first}::integer + ${measures}::integer
    ), total as (select max(upto) as whole from weighed),
    shared as (
      select id, rank, least(${residents}::integer, floor(${supports} * upto / whole)::integer - floor(${supports} * (upto - own) / whole)::integer) as n from weighed, total
    ), given as (
      insert into measures.support (body_id, measure_id, person_id, supported_at)
      select ${body}, s.id, ${personId(body, sql`(s.rank * 7919 + k) % ${residents}::integer + 1000001`)}, now() - k * interval '1 minute'
      from shared s cross join lateral generate_series(0, s.n - 1) k
    ), counted as (
      insert into measures.support_count (body_id, measure_id, slot, n)
      select ${body}, id, 0, n from shared where n > 0
      on conflict (body_id, measure_id, slot) do update set n = measures.support_count.n + excluded.n
    )
    select coalesce(sum(n), 0)::integer as n from shared`.execute(db)
  await sql`analyze measures.support, measures.support_count`.execute(db)
  return rows[0]?.n ?? 0
}
