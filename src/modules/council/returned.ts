import { z } from 'zod'
import { meetingsOf, meetingsWorld, placeItem, sessionOf } from '#engines/meetings'
import { sql } from '#kernel/db'
import { formatDate } from '#kernel/i18n'
import type { JournalEvent } from '#kernel/journal'
import { councilOwner } from './council.ts'
import { words } from './locales/index.ts'
import { councilAssembly } from './queries/assembly.ts'
import type { Here } from './schema.ts'

const text = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullish()
  .transform(value => value ?? '')
const Promised = z.object({
  title: z.string().min(1).max(1000),
  url: z.string().regex(/^\/(?!\/)[^\s\\()<>]*$/),
  decision: text,
  decisionTitle: text,
  committee: text,
  dueOn: text,
  agenda: text,
  because: text,
  note: text,
})
type Promised = z.output<typeof Promised>

/** A review clause that names the council has come. */
const comesBack = (world: Here, event: JournalEvent) => keep(world, event, ({ agenda }) => agenda === 'council', 'clause')
/** A promise made by a deliberation was not kept, and no committee follows it. */
const isMissed = (world: Here, event: JournalEvent) =>
  keep(world, event, ({ decision, committee }) => decision.startsWith('deliberation:') && committee === '', 'missed')

const keep = async (world: Here, event: JournalEvent, concerns: (promised: Promised) => boolean, why: 'clause' | 'missed') => {
  const read = Promised.safeParse(event.content)
  if (!read.success || !concerns(read.data)) return // erased since, another shape, or another agenda
  const { title, url, decisionTitle, dueOn, because, note } = read.data
  // The agenda is a public act: it is written in French whoever reads it.
  const t = words('fr')
  const day = /^\d{4}-\d\d-\d\d$/.test(dueOn) ? formatDate(dueOn, 'fr') : ''
  const said = why === 'clause' ? t('returned.clause', { clause: plain(because) }) : t('returned.missed', { title: plain(title), day })
  await sql`insert into council.returned_item (body_id, event, title, note, url, received_at)
    values (${world.body.id}, ${event.position}, ${t(`returned.${why}Title`, { title }).slice(0, 200).toWellFormed()},
      ${[said, plain(note), t('returned.decision', { decision: plain(decisionTitle) })].filter(Boolean).join('\n\n')}, ${url}, ${world.now})
    on conflict (body_id, event) do nothing`.execute(world.db)
  await placeWaiting(world)
}

/** What comes back to the council and is on no agenda yet, the oldest first. */
export const waitingItems = async ({ db, body }: Here): Promise<readonly WaitingItem[]> => {
  const { rows } = await sql<WaitingItem>`select title, url, received_at as since from council.returned_item
    where body_id = ${body.id} and meeting_id is null order by received_at, id limit 100`.execute(db)
  return rows
}
export interface WaitingItem {
  readonly title: string
  readonly url: string
  readonly since: string
}

/** Puts what waits on the agenda of the next session that is planned and not convened yet: the notice closes an agenda. */
const placeWaiting = async (world: Here): Promise<void> => {
  const { db, body, now } = world
  const assembly = await councilAssembly(world)
  if (!assembly) return
  const next = (await meetingsOf(meetingsWorld(world), assembly.id)).filter(one => one.state === 'planned' && one.startsAt > now).at(-1)
  if (!next) return
  const { rows } = await sql<{
    id: string
    title: string
    note: string
    url: string
  }>`select id, title, note, url from council.returned_item
    where body_id = ${body.id} and meeting_id is null order by received_at, id limit 100`.execute(db)
  for (const { id, title, note, url } of rows) {
    const session = await sessionOf(meetingsWorld(world), assembly, next.id)
    if (!session) return
    const placed = await placeItem(meetingsWorld(world), session, { title, note, link: url, byRule: words('fr')('returned.rule') })
    if (placed.ok)
      await sql`update council.returned_item set meeting_id = ${next.id}, placed_at = ${now} where body_id = ${body.id} and id = ${id}`.execute(
        db,
      )
  }
}

/** What an event tells of a session of the council. */
const ofCouncil = (event: JournalEvent) => event.content?.owner === councilOwner

export const returnedEvents = {
  'commitment.returned': comesBack,
  'commitment.missed': isMissed,
  'meeting.planned': async (world: Here, event: JournalEvent) => {
    if (ofCouncil(event)) await placeWaiting(world)
  },
  // A session called off gives back what it was to look at again.
  'meeting.cancelled': async (world: Here, event: JournalEvent) => {
    if (!ofCouncil(event)) return
    await sql`update council.returned_item set meeting_id = null, placed_at = null
      where body_id = ${world.body.id} and meeting_id = ${event.subject.split(':')[1] ?? '0'}`.execute(world.db)
    await placeWaiting(world)
  },
} as const

const plain = (value: string) => value.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#()]/g, sign => `\\${sign}`)
