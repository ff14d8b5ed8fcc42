import { interested, noLongerInterested } from '#engines/following'
import { registerContent } from '#engines/moderation'
import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { petitionLawAt } from '../law.ts'
import { sentences } from '../locales/index.ts'
import { type Electorate, type Petition, petitionUrl, subjectOf } from '../petition.ts'
import { type PetitionKind, periodOf, type PetitionStep } from '../rules/petition.ts'

export interface NewPetition {
  readonly kind: PetitionKind
  readonly title: string
  readonly text: string
  readonly closesOn: string
}

/** Opens a petition; its author signs it apart, like everyone. @returns its number */
export const openPetition = async (world: AnyWorld, petition: NewPetition, author: string): Promise<string> => {
  const { db, body, now, today } = world
  const { rows } = await sql<{
    id: string
  }>`insert into instruments.petition (body_id, kind, title, text, proposed_by, proposed_at, opened_on, closes_on)
    values (${body.id}, ${petition.kind}, ${petition.title}, ${petition.text}, ${author}, ${now}, ${today}, ${petition.closesOn}) returning id`.execute(
    db,
  )
  const { id } = rows[0]!
  await interested(world, subjectOf(id), author, 'author')
  await registerContent(world, {
    subject: subjectOf(id),
    authorId: author,
    text: `${petition.title}\n\n${petition.text}`,
    url: petitionUrl(id),
  })
  await record(world, 'petition.opened', { subject: subjectOf(id), content: { title: petition.title, kind: petition.kind } })
  return id
}

/** Signs. The keys refuse a second signature, here or on another petition of the period. */
export const sign = async (world: AnyWorld, petition: Petition, person: string): Promise<void> => {
  const { db, body, actor, now, today } = world
  await sql`insert into instruments.signature (body_id, petition_id, person_id, period, signed_at, channel, keyed_by)
    values (${body.id}, ${petition.id}, ${person}, ${periodOf(today, petitionLawAt(today).period)}, ${now},
      ${actor.onBehalf?.channel ?? 'screen'}, ${actor.onBehalf?.keyedBy ?? null})`.execute(db)
  await interested(world, subjectOf(petition.id), person, 'supporter')
  await record(world, 'petition.signed', { subject: subjectOf(petition.id) })
}

/** Takes a signature back, while signatures are collected. */
export const unsign = async (world: AnyWorld, petition: Petition, person: string): Promise<void> => {
  const { db, body } = world
  await sql`delete from instruments.signature where body_id = ${body.id} and petition_id = ${petition.id} and person_id = ${person}`.execute(
    db,
  )
  await noLongerInterested(world, subjectOf(petition.id), person, 'supporter')
  await record(world, 'petition.signature-withdrawn', { subject: subjectOf(petition.id) })
}

export interface NewStep {
  readonly kind: Exclude<PetitionStep, 'expired'>
  readonly on: string
  readonly note: string
  readonly url?: string | null
  readonly outcome?: 'accepted' | 'refused' | null
  readonly valid?: number | null
  readonly signatures?: number | null
  readonly electors?: number | null
  readonly threshold?: number | null
}

/** One step of the petition, once: its key refuses a second; those who signed are told. */
export const takePetitionStep = async (world: AnyWorld, petition: Petition, step: NewStep): Promise<void> => {
  const { db, body, actor, now } = world
  await sql`insert into instruments.petition_step (body_id, petition_id, kind, happened_on, note, url, outcome, signatures, valid, electors, threshold, by_id, recorded_at)
    values (${body.id}, ${petition.id}, ${step.kind}, ${step.on}, ${step.note}, ${step.url ?? null}, ${step.outcome ?? null}, ${step.signatures ?? null},
      ${step.valid ?? null}, ${step.electors ?? null}, ${step.threshold ?? null}, ${actor.personId}, ${now})`.execute(db)
  await record(world, `petition.${step.kind}`, {
    subject: subjectOf(petition.id),
    content: {
      ...step,
      title: petition.title,
      notify: {
        subject: subjectOf(petition.id),
        title: petition.title,
        url: petitionUrl(petition.id),
        what: sentences(`told.${step.kind}`),
      },
    },
  })
}

/** Notes how many electors the register holds. */
export const recordElectorate = async (world: AnyWorld, { on, electors, source }: Electorate): Promise<void> => {
  const { db, body, actor, now } = world
  await sql`insert into instruments.electorate (body_id, counted_on, electors, source, recorded_by, recorded_at)
    values (${body.id}, ${on}, ${electors}, ${source}, ${actor.personId}, ${now})`.execute(db)
  await record(world, 'electorate.counted', { subject: `electorate:${on}`, content: { on, electors, source } })
}
