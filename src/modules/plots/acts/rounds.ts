import { type Allocation, drawAllocation, publishAllocation } from '#engines/booking'
import { record } from '#kernel/journal'
import { allowed, refused, type Verdict } from '#kernel/service'
import { words } from '../locales/index.ts'
import { freeDuring } from '../queries/gardens.ts'
import { applicationsOf, type Round, roundById, standingsOf } from '../queries/rounds.ts'
import { heldIn, lettersOf } from '../queries/tenancies.ts'
import { figureOn } from '../parameters.ts'
import { priorityOf } from '../rules/priority.ts'
import { wishesIn } from '../rules/wishes.ts'
import type { Here } from '../schema.ts'
import { owner, pen } from '../who.ts'
import { offerPlot } from './offers.ts'
import { tell } from './tell.ts'

/** Nothing that is left suits them: no plot has this number, so that they wait in their place. */
const nothing = '0'

/** Opens the applications for a season, and writes to those whose plot ends before it. */
export const openRound = async (
  world: Here,
  round: Pick<Round, 'title' | 'opensOn' | 'closesOn' | 'drawOn' | 'seasonFrom' | 'seasonTo' | 'seedSource'>,
): Promise<string> => {
  const { id } = await world.db
    .insertInto('plots.round')
    .values({
      body_id: world.body.id,
      title: round.title,
      opens_on: round.opensOn,
      closes_on: round.closesOn,
      draw_on: round.drawOn,
      season_from: round.seasonFrom,
      season_to: round.seasonTo,
      seed_source: round.seedSource,
      allocation_id: null,
      opened_by: pen(world),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'plots.opened', { subject: `gardenRound:${id}`, content: { title: round.title } })
  for (const one of await heldIn(world))
    if (one.endedOn === null && one.signedAt !== null && one.until < round.seasonFrom)
      await tell(world, { person: one.person, kind: 'ending', tenancy: one.id, facts: { until: one.until, before: round.closesOn } })
  return id
}

/** Publishes the applications under pseudonyms, with the plots to give: nothing of it changes before the draw. */
export const publishList = async (world: Here, round: Round): Promise<Verdict<'too-early' | 'already' | 'empty'>> => {
  if (round.allocation !== null) return refused('already')
  if (world.today <= round.closesOn) return refused('too-early')
  const applications = (await applicationsOf(world, round.id)).filter(one => one.person !== null)
  if (applications.length === 0) return refused('empty')
  const free = await freeDuring(world, { from: round.seasonFrom, to: round.seasonTo })
  const rules = { waitedYears: figureOn('waited-years', round.closesOn) }
  const t = words('fr')
  const applicants = []
  for (const one of applications) {
    const tier = priorityOf(one, rules)
    await world.db.updateTable('plots.application').set({ tier }).where('body_id', '=', world.body.id).where('id', '=', one.id).execute()
    const wishes = wishesIn(one, free)
    applicants.push({ person: one.person, tier, wishes: wishes.length > 0 ? wishes : [nothing] })
  }
  const allocation = await publishAllocation(world, {
    owner,
    title: round.title,
    path: `/jardins/campagnes/${round.id}`,
    method: t('method.text'),
    offers: free.map(plot => ({ id: plot.id, name: t('plot.of', { number: plot.number, garden: plot.gardenName }), capacity: 1 })),
    applicants,
    seedSource: round.seedSource,
    seedOn: round.drawOn,
  })
  await world.db
    .updateTable('plots.round')
    .set({ allocation_id: allocation })
    .where('body_id', '=', world.body.id)
    .where('id', '=', round.id)
    .where('allocation_id', 'is', null)
    .execute()
  await tellEach(world, round, allocation)
  return allowed
}
const tellEach = async (world: Here, round: Round, allocation: string) => {
  const published = await roundById(world, round.id)
  if (published?.allocation?.id !== allocation) return
  const standings = await standingsOf(world, published.allocation)
  for (const one of await applicationsOf(world, round.id))
    if (one.person !== null)
      await tell(world, {
        person: one.person,
        kind: 'published',
        application: one.id,
        facts: { pseudonym: standings.get(one.person)?.pseudonym ?? '', tier: one.tier ?? 0, drawOn: round.drawOn },
      })
}

/** Enters what chance gave; each plot is offered at once, everyone is told. */
export const drawRound = async (
  world: Here,
  round: Round & { readonly allocation: Allocation },
  drawn: { readonly seed: string; readonly witnesses: string },
): Promise<Verdict<'wrong-state' | 'too-early'>> => {
  const verdict = await drawAllocation(world, round.allocation, drawn)
  if (verdict.ok) await offerDrawn(world, round.id)
  return verdict
}

/** Offers what was drawn, and tells those who wait; twice changes nothing: the seed may also be entered on the engine's own page. */
export const offerDrawn = async (world: Here, id: string): Promise<void> => {
  const round = await roundById(world, id)
  if (!round?.allocation?.seed) return
  const standings = await standingsOf(world, round.allocation)
  const free = new Set((await freeDuring(world, { from: round.seasonFrom, to: round.seasonTo })).map(plot => plot.id))
  const told = new Set((await lettersOf(world).where('kind', 'in', ['waits', 'offered']).limit(5000).execute()).map(one => one.application))
  for (const one of await applicationsOf(world, round.id)) {
    const standing = one.person === null ? undefined : standings.get(one.person)
    if (!standing || told.has(one.id)) continue
    // A plot withdrawn since the list was published is not given; its winner waits first of all.
    if (standing.offer !== null && free.has(standing.offer)) await offerPlot(world, { plot: standing.offer, application: one, round })
    else await tell(world, { person: one.person, kind: 'waits', application: one.id, facts: { rank: standing.waiting ?? 1 } })
  }
}
