import { incidentOutcomes, incidentsOf } from '#engines/booking'
import { sql } from '#kernel/db'
import { instantInParis } from '#kernel/rules'
import type { Outcome, OutcomesAsked, PublicChange } from '#kernel/service'
import { words } from './locales/index.ts'
import { machines } from './queries/machines.ts'
import { type Here, owner } from './schema.ts'
import { serviceOf } from './service.ts'

/** New rules and prices, machines that stop and come back, trainings planned: the latest first. */
export const changes = async (world: Here, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const { rows } = await sql<{ kind: 'rules' | 'price'; id: string; name: string; at: string }>`
    select 'rules' as kind, edition::text as id, '' as name, since::text as at from fablab.rules_edition where body_id = ${world.body.id} and since <= ${world.today}
    union all select 'price', m.id || '-' || p.since, m.name, p.since::text from fablab.material_price p
      join fablab.material m on m.body_id = p.body_id and m.id = p.material_id
      where p.body_id = ${world.body.id} and p.since <= ${world.today} and m.retired_on is null
        and exists (select from fablab.material_price f where f.body_id = p.body_id and f.material_id = p.material_id and f.since < p.since)
    order by at desc limit ${limit}`.execute(world.db)
  const of = new Map((await machines(world)).map(one => [one.id, one]))
  const stops = (await incidentsOf(world, owner)).flatMap(one => {
    const machine = of.get(one.resource)
    if (!machine || one.block === null) return []
    const [name, url] = [machine.name, machine.path]
    return [
      { id: `fablabStop:${one.id}`, title: t('change.stopped', { name }), url, at: one.reportedAt, text: one.description },
      ...(one.closedAt === null
        ? []
        : [{ id: `fablabBack:${one.id}`, title: t('change.back', { name }), url, at: one.closedAt, text: one.outcome }]),
    ]
  })
  return [
    ...rows.map(({ kind, id, name, at }) => ({
      id: `fablab-${kind}:${id}`,
      title: t(`change.${kind}`, { name }),
      url: kind === 'rules' ? '/fablab/reglement' : `/fablab/matieres/${id.split('-')[0]}`,
      at: instantInParis(at, '06:00'),
    })),
    ...stops,
  ]
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1))
    .slice(0, limit)
}

/** What people said was broken, what was done, and how the machine was used since. */
export const outcomes = async (world: Here, asked: OutcomesAsked): Promise<readonly Outcome[]> =>
  incidentOutcomes(world, owner, await serviceOf(world), asked)
