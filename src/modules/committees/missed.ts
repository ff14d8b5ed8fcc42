import { z } from 'zod'
import { meetingsOf, meetingsWorld, placeItem, sessionOf } from '#engines/meetings'
import { formatDate } from '#kernel/i18n'
import type { JournalEvent } from '#kernel/journal'
import { record } from '#kernel/journal'
import { words } from './locales/index.ts'
import { committeeSubject, committeeUrl, isEnded } from './committee.ts'
import { committeeAssembly, committeeById, committeesOf } from './queries/committees.ts'
import { keepReturned, markPlaced, placedAt, type Returned, unplace, waitingReturned } from './queries/returnedItems.ts'
import type { Here } from './schema.ts'

const text = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullish()
  .transform(value => value ?? '')
const page = z
  .string()
  .regex(/^\/(?!\/)[^\s\\()<>]*$/)
  .nullish()
  .catch(null)
const Missed = z.object({
  title: z.string().min(1).max(1000),
  url: page,
  decisionTitle: text,
  decisionUrl: page,
  committee: z.union([z.string(), z.number()]).transform(String).nullish(),
  service: z.union([z.string(), z.number()]).transform(String).nullish(),
  indicator: text,
  unit: text,
  target: text,
  measured: text,
  dueOn: text,
  /** For a review clause: what it said, in French, and the agenda it names. */
  because: text,
  note: text,
  agenda: z.enum(['committee', 'council']).nullish().catch(null),
})

/** A promise was not kept, or the day or the condition of its review clause has come: its decision goes back to its committee, or to that of the service; without one, nothing. */
export const takeBack = async (world: Here, event: JournalEvent): Promise<void> => {
  const read = Missed.safeParse(event.content)
  if (!read.success) return // erased since, or another shape: nothing to put back
  const missed = read.data
  if (missed.agenda === 'council') return // the council's own agenda
  const committee = await concerned(world, missed.committee ?? null, missed.service ?? null)
  if (!committee) return
  const isNew = await keepReturned(world, committee.id, event.position, {
    title: missed.title,
    url: missed.url ?? '',
    why: {
      decision: missed.decisionTitle,
      decisionUrl: missed.decisionUrl ?? '',
      indicator: missed.indicator,
      unit: missed.unit,
      target: missed.target,
      measured: missed.measured,
      dueOn: missed.dueOn,
      clause: event.event === 'commitment.returned' ? missed.because : '',
      note: missed.note,
    },
  })
  if (isNew && (await placeWaiting(world, committee.id)) === 0) await tellWaiting(world, committee, missed.title)
}

const digits = /^\d{1,18}$/
const concerned = async (world: Here, committee: string | null, service: string | null) => {
  if (committee !== null) {
    const found = digits.test(committee) ? await committeeById(world, committee) : null
    return found && !isEnded(found, world.today) ? found : null
  }
  if (service === null || !digits.test(service)) return null
  const [first] = await committeesOf(world, { service, running: true, limit: 1 })
  return first ?? null
}

/** Puts what waits on the agenda of the next meeting that has not begun. @returns how many items were placed */
export const placeWaiting = async (world: Here, committee: string): Promise<number> => {
  const assembly = await committeeAssembly(world, committee)
  const waiting = await waitingReturned(world, committee)
  if (!assembly || waiting.length === 0) return 0
  const next = (await meetingsOf(meetingsWorld(world), assembly.id))
    .filter(one => (one.state === 'planned' || one.state === 'convened') && one.startsAt > world.now)
    .at(-1)
  if (!next) return 0
  for (const item of waiting) {
    const session = await sessionOf(meetingsWorld(world), assembly, next.id)
    if (!session) return 0
    const placed = await placeItem(meetingsWorld(world), session, agendaItem(item))
    if (placed.ok) await markPlaced(world, item.id, next.id)
  }
  return waiting.length
}

/** A meeting was called off: what it was to look at again waits for the next one. */
export const placeAgain = async (world: Here, committee: string, meeting: string): Promise<void> => {
  if ((await placedAt(world, meeting)).length === 0) return
  await unplace(world, meeting)
  await placeWaiting(world, committee)
}

// The agenda is a public act: it is written in French whoever reads it.
const agendaItem = ({ title, url, why }: Returned) => {
  const t = words('fr')
  const isClause = (why.clause ?? '') !== ''
  const figures = {
    title: plain(title),
    indicator: plain(why.indicator ?? ''),
    target: said(why.target, why.unit),
    measured: said(why.measured, why.unit),
    day: /^\d{4}-\d\d-\d\d$/.test(why.dueOn ?? '') ? formatDate(why.dueOn ?? '', 'fr') : '',
  }
  return {
    title: t(isClause ? 'returned.clauseTitle' : 'returned.title', { title })
      .slice(0, 200)
      .toWellFormed(),
    note: [
      isClause ? t('returned.clauseWhy', { title: plain(title), clause: plain(why.clause ?? '') }) : t('returned.why', figures),
      plain(why.note ?? ''),
      why.decision ? t('returned.decision', { decision: plain(why.decision) }) : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
    link: url || why.decisionUrl || '',
    byRule: t(isClause ? 'returned.clauseRule' : 'returned.rule'),
  }
}
const said = (value = '', unit = '') => plain([value, unit].filter(Boolean).join(' '))
const plain = (value: string) => value.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#()]/g, sign => `\\${sign}`)

const tellWaiting = (world: Here, committee: { id: string; name: string }, title: string) =>
  record(world, 'committee.item-waiting', {
    subject: committeeSubject(committee.id),
    content: {
      committee: committee.id,
      title,
      notify: {
        subject: committeeSubject(committee.id),
        title: committee.name,
        url: `${committeeUrl(committee.id)}#a-inscrire`,
        what: { fr: words('fr')('told.waiting', { title }), en: words('en')('told.waiting', { title }) },
      },
    },
  })
