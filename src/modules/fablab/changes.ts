import { bookingsIn, type Incident, incidentsOf } from '#engines/booking'
import { sql } from '#kernel/db'
import { addDays, dayInParis, instantInParis } from '#kernel/rules'
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

/** What people said was broken, what the team decided, what was done, and how the machine was used since. */
export const outcomes = async (world: Here, asked: OutcomesAsked): Promise<readonly Outcome[]> => {
  const service = await serviceOf(world)
  if ((asked.measure !== null && asked.service === null) || (asked.service !== null && asked.service !== service)) return []
  const t = words(world.locale)
  const of = new Map((await machines(world)).map(one => [one.id, one]))
  const said = (await incidentsOf(world, owner)).filter(one => one.kind === 'incident' && of.has(one.resource)).slice(0, asked.limit)
  const used = await usesSince(
    world,
    said.filter(one => one.closedAt !== null),
  )
  return said.map(one => {
    const machine = of.get(one.resource)!
    const since = used.get(one.id) ?? 0
    const on = dayInParis(one.reportedAt)
    return {
      id: `fablabIncident:${one.id}`,
      title: t('outcome.title', { name: machine.name }),
      service,
      measure: null,
      said: { text: one.description, url: machine.path, on },
      decided: one.block === null ? null : { text: t('outcome.stopped'), url: machine.path, on },
      done: one.closedAt === null ? null : { text: one.outcome, url: machine.path, on: dayInParis(one.closedAt) },
      measured: since === 0 ? null : { text: t('outcome.used', { n: since }), url: machine.path, on: world.today },
      at: one.closedAt ?? one.reportedAt,
      // a week to answer, which is what the team says at the door
      dueOn: one.closedAt === null && one.block === null ? addDays(on, 7) : null,
    }
  })
}

/** How many times the machine was used since each incident was over. */
const usesSince = async (world: Here, incidents: readonly Incident[]): Promise<ReadonlyMap<string, number>> => {
  const first = incidents.map(one => one.closedAt ?? world.now).toSorted()[0] ?? world.now
  if (first >= world.now) return new Map()
  const booked = await bookingsIn(world, owner, { startsAt: first, endsAt: world.now }, ['confirmed', 'present'])
  return new Map(
    incidents.map(one => [
      one.id,
      booked.filter(each => each.kind === 'time' && each.resource === one.resource && each.startsAt >= (one.closedAt ?? world.now)).length,
    ]),
  )
}
