import { interested } from '#engines/following'
import { record } from '#kernel/journal'
import { words } from '../locales/index.ts'
import type { Here } from '../schema.ts'
import { type Committee, committeeSubject, committeeUrl } from '../committee.ts'

const candidacySubject = (id: string) => `committee-candidacy:${id}`

export interface Candidacy {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly motive: string
  readonly appliedAt: string
  readonly decision: 'accepted' | 'refused' | 'withdrawn' | null
  readonly reason: string
}

const selectCandidacies = ({ db, body }: Here, committee: string) =>
  db
    .selectFrom('committees.candidacy as c')
    .innerJoin('kernel.person as p', 'p.id', 'c.person_id')
    .select(['c.id', 'c.person_id as personId', 'p.name', 'c.motive', 'c.applied_at as appliedAt', 'c.decision', 'c.reason'])
    .where('c.body_id', '=', body.id)
    .where('c.committee_id', '=', committee)

/** Candidates who wait for an answer, the first to come first. */
export const waitingCandidacies = (world: Here, committee: string): Promise<readonly Candidacy[]> =>
  selectCandidacies(world, committee).where('c.decision', 'is', null).orderBy('c.applied_at').orderBy('c.id').limit(200).execute()

/** What became of this person's latest candidacy. */
export const latestCandidacy = (world: Here, committee: string, person: string): Promise<Candidacy | undefined> =>
  selectCandidacies(world, committee).where('c.person_id', '=', person).orderBy('c.id', 'desc').limit(1).executeTakeFirst()

export const candidacyById = (world: Here, committee: string, id: string): Promise<Candidacy | undefined> =>
  selectCandidacies(world, committee).where('c.id', '=', id).executeTakeFirst()

export const apply = async (world: Here, committee: Committee, person: string, motive: string): Promise<void> => {
  const { id } = await world.db
    .insertInto('committees.candidacy')
    .values({
      body_id: world.body.id,
      committee_id: committee.id,
      person_id: person,
      motive,
      applied_at: world.now,
      decision: null,
      decided_by: null,
      decided_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await interested(world, candidacySubject(id), person, 'author')
  await record(world, 'committee.applied', { subject: committeeSubject(committee.id), content: { committee: committee.id, candidacy: id } })
}

/** Answers a candidate, who is told; nobody else is. */
export const answerCandidacy = async (
  world: Here,
  committee: Committee,
  candidacy: Pick<Candidacy, 'id' | 'personId'>,
  decision: 'accepted' | 'refused' | 'withdrawn',
  reason: string,
): Promise<void> => {
  await world.db
    .updateTable('committees.candidacy')
    .set({ decision, reason, decided_by: world.actor.personId, decided_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', candidacy.id)
    .where('decision', 'is', null)
    .execute()
  const said = `told.${decision}` as const
  const notify = {
    subject: candidacySubject(candidacy.id),
    title: committee.name,
    url: committeeUrl(committee.id, '/candidature'),
    what: { fr: words('fr')(said, { reason }), en: words('en')(said, { reason }) },
  }
  await record(world, `committee.candidacy-${decision}`, {
    subject: committeeSubject(committee.id),
    content: { committee: committee.id, candidacy: candidacy.id, person: candidacy.personId, reason, notify },
  })
}
