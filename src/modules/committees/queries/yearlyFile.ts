import {
  type Decision,
  decisionsOf,
  instantInParis,
  type Meeting,
  meetingsOf,
  meetingsWorld,
  type Sitting,
  sittingsBetween,
} from '#engines/meetings'
import { record } from '#kernel/journal'
import { readServices } from '#modules/catalogue'
import { holderOn, vacantOn } from '../rules/composition.ts'
import { type FileKind, type Opinion, type Requirement, requirements } from '../rules/yearlyFile.ts'
import type { Here } from '../schema.ts'
import { type Committee, committeeSubject } from '../committee.ts'
import { committeeAssembly } from './committees.ts'
import { mandatesIn, type Mandate, type Seat, seatsOf } from './seats.ts'

type ServiceLine = Awaited<ReturnType<typeof readServices>>[number]

export interface FileItem {
  /** Empty for the report of a delegate that nobody has written down yet. */
  readonly id: string
  readonly kind: FileKind
  readonly title: string
  readonly serviceId: string | null
  readonly documentUrl: string
  readonly receivedOn: string | null
  readonly meetingId: string | null
  readonly opinion: Opinion
  readonly note: string
}
/** Everything that the file of a year holds. */
export interface YearlyFile {
  readonly committee: Committee
  readonly year: number
  readonly services: readonly ServiceLine[]
  /** Every service that a line may be about, and every meeting that may have examined it. */
  readonly catalogue: readonly ServiceLine[]
  readonly meetings: readonly Pick<Meeting, 'id' | 'title'>[]
  readonly items: readonly FileItem[]
  readonly sittings: readonly Sitting[]
  readonly decisions: readonly Decision[]
  readonly seats: readonly (Seat & { readonly holder: Mandate | undefined })[]
  readonly presentation: { readonly presentedOn: string; readonly act: string } | null
  readonly requirements: readonly Requirement[]
}

/** Assembles the file of a year: what the platform knows by itself, and what agents completed. */
export const yearlyFile = async (world: Here, committee: Committee, year: number): Promise<YearlyFile> => {
  const { db, body } = world
  const [from, to] = [instantInParis(`${year}-01-01`, '00:00'), instantInParis(`${year + 1}-01-01`, '00:00')]
  const lastDay = `${year}-12-31` < world.today ? `${year}-12-31` : world.today
  const assembly = await committeeAssembly(world, committee.id)
  const meetings = meetingsWorld(world)
  const catalogue = await readServices(db, body.id)
  const items = await fileItems(world, committee.id, year, catalogue)
  const sittings = assembly ? await sittingsBetween(meetings, assembly.id, from, to) : []
  const decisions = await decisionsOf(meetings, committeeSubject(committee.id), { from, to })
  const [seats, mandates] = [await seatsOf(world, committee.id), await mandatesIn(world, committee.id)]
  const presentation = await db
    .selectFrom('committees.presentation')
    .select(['presented_on as presentedOn', 'act'])
    .where('body_id', '=', body.id)
    .where('committee_id', '=', committee.id)
    .where('year', '=', year)
    .executeTakeFirst()
  // The commission looks at what the commune entrusts to others, and at what it runs itself and said so in the file.
  const services = catalogue.filter(
    one => one.runBy === 'delegate' || items.some(item => item.serviceId === one.id) || committee.services.includes(one.id),
  )
  const facts = {
    seats: seats.length,
    vacancies: vacantOn(seats, mandates, lastDay).length,
    sittings: sittings.map(one => ({ held: one.state === 'opened', minutesApproved: one.minutesApproved })),
    lines: items,
    presented: presentation !== undefined,
  }
  return {
    committee,
    year,
    services,
    catalogue,
    meetings: assembly ? await meetingsOf(meetings, assembly.id, 50) : [],
    items,
    sittings,
    decisions: decisions.toReversed(),
    seats: seats.map(seat => ({ ...seat, holder: holderOn(mandates, seat.id, lastDay) })),
    presentation: presentation ?? null,
    requirements: requirements(facts),
  }
}

/** Lines of the file: those written down, and the report of each delegate that nobody has written down yet. */
const fileItems = async (
  { db, body }: Here,
  committee: string,
  year: number,
  catalogue: readonly ServiceLine[],
): Promise<readonly FileItem[]> => {
  const written = await db
    .selectFrom('committees.file_item')
    .select(['id', 'kind', 'title', 'service_id as serviceId', 'document_url as documentUrl', 'received_on as receivedOn'])
    .select(['meeting_id as meetingId', 'opinion', 'note'])
    .where('body_id', '=', body.id)
    .where('committee_id', '=', committee)
    .where('year', '=', year)
    .orderBy('kind')
    .orderBy('id')
    .execute()
  const awaited = catalogue
    .filter(one => one.runBy === 'delegate' && !written.some(item => item.kind === 'delegate-report' && item.serviceId === one.id))
    .map(one => ({ ...nothing, kind: 'delegate-report' as const, title: one.name, serviceId: one.id }))
  return [...awaited, ...written]
}
const nothing = { id: '', documentUrl: '', receivedOn: null, meetingId: null, opinion: '', note: '' } as const

type Written = Partial<Omit<FileItem, 'id'>> & Pick<FileItem, 'kind' | 'title'>
const rowOf = (world: Here, committee: string, year: number, item: Written) => ({
  body_id: world.body.id,
  committee_id: committee,
  year,
  kind: item.kind,
  title: item.title,
  service_id: item.serviceId ?? null,
  document_url: item.documentUrl ?? '',
  received_on: item.receivedOn ?? null,
  meeting_id: item.meetingId ?? null,
  opinion: item.opinion ?? '',
  note: item.note ?? '',
  changed_by: world.actor.personId,
  changed_at: world.now,
})

/** Adds a line to the file, or completes one. */
export const saveFileItem = async (world: Here, committee: string, year: number, id: string | null, item: Written): Promise<void> => {
  const row = rowOf(world, committee, year, item)
  if (id === null) await world.db.insertInto('committees.file_item').values(row).execute()
  else
    await world.db
      .updateTable('committees.file_item')
      .set(row)
      .where('body_id', '=', world.body.id)
      .where('committee_id', '=', committee)
      .where('id', '=', id)
      .execute()
  await record(world, 'committee.file-changed', { subject: committeeSubject(committee), content: { committee, year, title: item.title } })
}

export const notePresentation = async (world: Here, committee: string, year: number, presentedOn: string, act: string): Promise<void> => {
  const said = { presented_on: presentedOn, act, noted_by: world.actor.personId, noted_at: world.now }
  await world.db
    .insertInto('committees.presentation')
    .values({ body_id: world.body.id, committee_id: committee, year, ...said })
    .onConflict(conflict => conflict.columns(['body_id', 'committee_id', 'year']).doUpdateSet(said))
    .execute()
  await record(world, 'committee.year-presented', { subject: committeeSubject(committee), content: { committee, year, presentedOn, act } })
}
