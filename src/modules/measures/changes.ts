import { moderationOf } from '#engines/moderation'
import { sql } from '#kernel/db'
import type { AnyWorld, PublicChange } from '#kernel/world'
import { words as amendmentWords } from './amendments/locales/index.ts'
import { words } from './locales/index.ts'
import type { StageName } from './rules/stages.ts'

/** What happened lately to measures: stages, versions after the first, amendments decided; nothing of what moderation set apart. */
export const changes = async (world: AnyWorld, limit: number): Promise<readonly PublicChange[]> => {
  const { db, body } = world
  const [happened, decided] = [await latestSteps(world, limit), await latestDecisions(world, limit)]
  const moderated = await moderationOf(
    db,
    body.id,
    decided.map(({ id }) => `amendment:${id}`),
  )
  const visible = decided.filter(({ id }) => moderated.get(`amendment:${id}`).state === 'visible')
  return [...happened, ...visible.map(one => decisionChange(world, one))].toSorted((a, b) => (a.at > b.at ? -1 : 1)).slice(0, limit)
}

const latestSteps = async ({ db, body, locale }: AnyWorld, limit: number): Promise<PublicChange[]> => {
  const t = words(locale)
  const { rows } = await sql<{
    id: string
    measure: string
    title: string
    stage: StageName | null
    version: number | null
    at: string
    text: string
  }>`
    (select 'stage:' || s.id as id, s.measure_id as measure, m.title, s.stage, null as version, s.made_at as at, s.reason as text
      from measures.stage s join measures.measure m on m.body_id = s.body_id and m.id = s.measure_id
      where s.body_id = ${body.id} order by s.made_at desc, s.id desc limit ${limit})
    union all
    (select 'version:' || v.measure_id || '.' || v.number, v.measure_id, m.title, null, v.number, v.made_at, v.note
      from measures.version v join measures.measure m on m.body_id = v.body_id and m.id = v.measure_id
      where v.body_id = ${body.id} and v.number > 1 order by v.made_at desc, v.measure_id desc limit ${limit})`.execute(db)
  return rows.map(({ id, measure, title, stage, version, at, text }) => ({
    id,
    title: `${title} · ${stage ? t('thread.stage', { stage: t(`stage.${stage}`) }) : t('thread.version', { n: version ?? 1 })}`,
    url: version ? `/mesures/${measure}/versions/${version}` : `/mesures/${measure}`,
    at,
    text,
  }))
}

interface Decision {
  readonly id: string
  readonly measure: string
  readonly title: string
  readonly outcome: 'accepted' | 'merged' | 'refused'
  readonly reason: string
  readonly at: string
}
const latestDecisions = async ({ db, body }: AnyWorld, limit: number): Promise<readonly Decision[]> => {
  const { rows } = await sql<Decision>`
    select d.amendment_id as id, a.measure_id as measure, m.title, d.outcome, d.reason, d.decided_at as at
    from measures.amendment_decision d
    join measures.amendment a on a.body_id = d.body_id and a.id = d.amendment_id
    join measures.measure m on m.body_id = a.body_id and m.id = a.measure_id
    where d.body_id = ${body.id} and d.outcome <> 'withdrawn' order by d.decided_at desc, d.amendment_id desc limit ${limit}`.execute(db)
  return rows
}

const decisionChange = ({ locale }: AnyWorld, { id, measure, title, outcome, reason, at }: Decision): PublicChange => {
  const t = amendmentWords(locale)
  return {
    id: `amendment:${id}`,
    title: `${title} · ${t('amendment.title', { id })} · ${t(`state.${outcome}`)}`,
    url: `/mesures/${measure}/amendements/${id}`,
    at,
    text: reason,
  }
}
