import { isListedFor, moderationOf } from '#engines/moderation'
import type { AnyWorld } from '#kernel/world'
import { lawAt } from './law.ts'
import { countOf, type Electorate, type Petition, stateOf, subjectOf, thresholdNow } from './petition.ts'
import { electorateOn, petitions } from './queries/petitions.ts'
import type { ShownPetition } from './views.ts'

/** What is shown of a petition today. */
export const shownOf = (petition: Petition, electorate: Electorate | null, today: string): ShownPetition => ({
  petition,
  state: stateOf(petition, today),
  signatures: countOf(petition),
  threshold: thresholdNow(petition, electorate, today),
  electorate,
  rule: lawAt('petition.share', today),
})

/** Petitions that this reader may read, the latest first. */
export const shownPetitions = async (
  world: AnyWorld,
  page: { readonly size: number; readonly start: number },
  words = '',
): Promise<readonly ShownPetition[]> => {
  const { db, body, actor, today } = world
  const found = await petitions(world, page, words)
  const moderated = await moderationOf(
    db,
    body.id,
    found.map(({ id }) => subjectOf(id)),
  )
  const electorate = await electorateOn(world, today)
  return found.filter(({ id }) => isListedFor(moderated.get(subjectOf(id)), actor)).map(petition => shownOf(petition, electorate, today))
}
