import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { allowed, type Verdict } from '#kernel/rules'
import { deliberationPdf } from '../deliberationPdf.ts'
import { councilOwner, deliberationSubject, deliberationUrl } from '../council.ts'
import { deliberationById, type Deliberation } from '../queries/deliberations.ts'
import { publicationsOf } from '../queries/publications.ts'
import { canPublish, type PublicationRefusal } from '../rules/canPublish.ts'
import { labelOf } from '../rules/numbering.ts'
import type { MeasureStage, Outcome, VoteCount } from '../rules/outcomes.ts'
import type { Here } from '../schema.ts'
import { councilSettings } from '../settings.ts'

/** What a clerk writes; everything else comes from the session. */
export interface Written {
  readonly title: string
  readonly text: string
  readonly matter: string
  readonly budgetYear: string
  readonly budgetName: string
  /** Cents. */
  readonly amount: number | null
  readonly isTransmissible: boolean
  readonly measures: readonly { readonly measure: string; readonly stage: MeasureStage }[]
}
/** Where a deliberation comes from: an item of a session, and the vote that decided it. */
export interface Source {
  readonly meetingId: string
  readonly itemId: string
  readonly voteId: string | null
  readonly heldOn: string
  readonly outcome: Outcome
  readonly count: VoteCount | null
}

/** Gives the next number of the year and keeps the draft. Two clerks at once get two numbers; one vote makes one deliberation. @returns its id */
export const draftDeliberation = async (world: Here, source: Source, written: Written): Promise<string> => {
  const { db, body, actor, now } = world
  const year = Number(source.heldOn.slice(0, 4))
  const { last: number } = await db
    .insertInto('council.numbering')
    .values({ body_id: body.id, year, last: 1 })
    .onConflict(conflict => conflict.columns(['body_id', 'year']).doUpdateSet(eb => ({ last: eb('council.numbering.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  const { numbering } = await councilSettings(world)
  const label = labelOf(numbering, source.heldOn, number)
  const { id } = await db
    .insertInto('council.deliberation')
    .values({
      body_id: body.id,
      meeting_id: source.meetingId,
      item_id: source.itemId,
      vote_id: source.voteId,
      held_on: source.heldOn,
      year,
      number,
      label,
      outcome: source.outcome,
      sitting: source.count?.sitting ?? null,
      votes_for: source.count?.for ?? null,
      votes_against: source.count?.against ?? null,
      abstentions: source.count?.abstention ?? null,
      ...rowOf(written),
      drafted_by: actor.personId,
      drafted_at: now,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await linkMeasures(world, id, written)
  await record(world, 'council.deliberation-drafted', {
    subject: deliberationSubject(id),
    content: { deliberation: id, label, title: written.title, vote: source.voteId },
  })
  return id
}

/** Corrects what a clerk wrote; what is on line stays as it is until a correction is published. */
export const correctDeliberation = async (world: Here, id: string, written: Written): Promise<void> => {
  await world.db
    .updateTable('council.deliberation')
    .set({ ...rowOf(written), changed_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .execute()
  await world.db.deleteFrom('council.deliberation_measure').where('body_id', '=', world.body.id).where('deliberation_id', '=', id).execute()
  await linkMeasures(world, id, written)
  await record(world, 'council.deliberation-corrected', {
    subject: deliberationSubject(id),
    content: { deliberation: id, title: written.title },
  })
}

/**
 * Puts the text on line as a file that nobody can change. The first time, everyone who listens is told what the council decided
 * (`council.decided`); later, a correction says why it is there.
 */
export const publishDeliberation = async (
  world: Here,
  id: string,
  signed: { readonly signedBy: string; readonly secretary: string; readonly reason: string; readonly sessionOver: boolean },
): Promise<Verdict<PublicationRefusal>> => {
  const { db, body, actor, now } = world
  await sql`select from council.deliberation where body_id = ${body.id} and id = ${id} for update`.execute(db)
  const deliberation = await deliberationById(world, id)
  if (!deliberation) throw new Error(`There is no deliberation ${id}.`)
  const [latest] = await publicationsOf(world, id)
  const may = canPublish({ ...signed, published: latest ?? null, title: deliberation.title, text: deliberation.text })
  if (!may.ok) return may
  const version = (latest?.version ?? 0) + 1
  const reason = version === 1 ? '' : signed.reason
  const file = await deliberationPdf({ deliberation, commune: body.name, ...signed, version, reason, publishedAt: now })
  await db
    .insertInto('council.publication')
    .values({
      body_id: body.id,
      deliberation_id: id,
      version,
      label: deliberation.label,
      title: deliberation.title,
      text: deliberation.text,
      signed_by: signed.signedBy,
      secretary: signed.secretary,
      reason,
      file: file.bytes,
      digest: file.digest,
      published_by: actor.personId,
      published_at: now,
    })
    .execute()
  await tell(world, deliberation, version, file.digest)
  return allowed
}

const tell = async (world: Here, deliberation: Deliberation, version: number, digest: string) => {
  const { id, label, title, outcome, heldOn, voteId, measures } = deliberation
  const about = { deliberation: id, label, title, outcome, heldOn, vote: voteId, url: deliberationUrl(id), version, digest }
  const what = {
    fr: version === 1 ? `Le conseil municipal publie la délibération ${label}.` : `La délibération ${label} est corrigée.`,
    en: version === 1 ? `The council publishes deliberation ${label}.` : `Deliberation ${label} is corrected.`,
  }
  const notify = { subject: councilOwner, title, url: deliberationUrl(id), what }
  if (version === 1) await record(world, 'council.decided', { subject: deliberationSubject(id), content: { ...about, measures, notify } })
  else await record(world, 'council.deliberation-republished', { subject: deliberationSubject(id), content: { ...about, notify } })
}

const rowOf = ({ title, text, matter, budgetYear, budgetName, amount, isTransmissible }: Written) => ({
  title,
  text,
  matter,
  budget_year: budgetYear,
  budget_name: budgetName,
  amount,
  is_transmissible: isTransmissible,
})

const linkMeasures = async (world: Here, id: string, { measures }: Written) => {
  const rows = measures.map(one => ({ body_id: world.body.id, deliberation_id: id, measure_id: one.measure, stage: one.stage }))
  if (rows.length > 0) await world.db.insertInto('council.deliberation_measure').values(rows).execute()
}
