import { markdownOf } from '#engines/texts'
import { record } from '#kernel/journal'
import type { Arbitrated, Settlement } from '../rules/settle.ts'
import type { AmendmentId, Here } from '../schema.ts'
import { addVersion, type VersionText } from '../../queries/versions.ts'
import { creditsUpTo } from './readVersions.ts'

interface Decided {
  readonly id: AmendmentId
  readonly authorId: string | null
  readonly revision: number
}

/** One decision at a time on a measure: whoever comes second waits here, then reads what the first decided. */
export const lockMeasure = (world: Here, measure: string) =>
  world.db
    .selectFrom('measures.measure')
    .select('id')
    .where('body_id', '=', world.body.id)
    .where('id', '=', measure)
    .forUpdate()
    .executeTakeFirst()

/** Refused by the group, or withdrawn by its author. */
export const closeAmendment = async (
  world: Here,
  measure: string,
  amendment: Decided,
  outcome: 'refused' | 'withdrawn',
  reason: string,
) => {
  await writeDecision(world, amendment, outcome, reason, null)
  await recordOutcome(world, measure, amendment, outcome, { reason })
}

/**
 * Writes what the group took up: the next version, crediting everyone whose words are in it, and the fate of each
 * amendment. A text that already says all that makes no new version; its authors join the credits of the present one.
 * @returns the number of the version that now holds their words
 */
export const takeUp = async (
  world: Here,
  measure: string,
  current: VersionText,
  amendments: readonly Decided[],
  settlement: Settlement,
  reason: string,
): Promise<number> => {
  const changed = markdownOf(settlement.version) !== markdownOf(current.paragraphs)
  const number = changed ? current.number + 1 : current.number
  const authors = amendments.flatMap(({ id, authorId }) => (authorId === null ? [] : [{ personId: authorId, part: `amendment:${id}` }]))
  if (changed) {
    const former = await creditsUpTo(world.db, world.body.id, measure, current.number)
    await addVersion(world, measure, { number, paragraphs: settlement.version, note: reason, credits: [...former, ...authors] })
  } else await addCredits(world, measure, number, authors)

  for (const amendment of amendments) {
    const outcome = settlement.outcomes.get(amendment.id) ?? 'merged'
    await writeDecision(world, amendment, outcome, reason, number)
    await writeArbitrations(
      world,
      settlement.arbitrations.filter(one => one.amendment === amendment.id),
    )
    await recordOutcome(world, measure, amendment, outcome, { reason, version: number })
  }
  return number
}

const writeDecision = (
  world: Here,
  amendment: Decided,
  outcome: 'accepted' | 'merged' | 'refused' | 'withdrawn',
  reason: string,
  version: number | null,
) =>
  world.db
    .insertInto('measures.amendment_decision')
    .values({
      body_id: world.body.id,
      amendment_id: amendment.id,
      outcome,
      reason,
      revision: amendment.revision,
      author_id: world.actor.personId,
      college: world.actor.college ?? 'users',
      decided_at: world.now,
      version,
    })
    .execute()

const writeArbitrations = async (world: Here, arbitrations: readonly Arbitrated[]) => {
  if (arbitrations.length === 0) return
  await world.db
    .insertInto('measures.amendment_arbitration')
    .values(
      arbitrations.map(({ amendment, inConflict, ...texts }) => ({
        body_id: world.body.id,
        amendment_id: amendment,
        in_conflict: inConflict,
        ...texts,
      })),
    )
    .execute()
}

const addCredits = async (world: Here, measure: string, version: number, credits: readonly { personId: string; part: string }[]) => {
  if (credits.length === 0) return
  await world.db
    .insertInto('measures.version_credit')
    .values(credits.map(({ personId, part }) => ({ body_id: world.body.id, measure_id: measure, version, person_id: personId, part })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

const said = {
  accepted: { fr: 'Un amendement est accepté.', en: 'An amendment is accepted.' },
  merged: { fr: 'Un amendement est fusionné avec d’autres mots.', en: 'An amendment is merged with other words.' },
  refused: { fr: 'Un amendement est refusé, avec sa raison.', en: 'An amendment is refused, with its reason.' },
  withdrawn: { fr: 'Un amendement est retiré par son auteur.', en: 'An amendment is withdrawn by its author.' },
} as const

/** The journal line, which is also what tells authors, supporters and followers. */
const recordOutcome = async (
  world: Here,
  measure: string,
  { id, authorId }: Decided,
  outcome: keyof typeof said,
  content: Record<string, unknown>,
) => {
  const title = await world.db
    .selectFrom('measures.measure')
    .select('title')
    .where('body_id', '=', world.body.id)
    .where('id', '=', measure)
    .executeTakeFirstOrThrow()
  await record(world, `amendment.${outcome}`, {
    subject: `amendment:${id}`,
    content: {
      measure,
      amendment: id,
      author: authorId,
      ...content,
      notify: {
        subject: `amendment:${id}`,
        also: [`measure:${measure}`],
        title: title.title,
        url: `/mesures/${measure}/amendements/${id}`,
        what: said[outcome],
      },
    },
  })
}
