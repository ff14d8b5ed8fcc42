import type { VoteCount } from './outcomes.ts'

/** What is known of an item when its deliberation is drafted; names are those of the public record. */
export interface DraftFacts {
  readonly note: string
  readonly question: string
  readonly outcome: 'carried' | 'rejected' | 'noted'
  readonly secret: boolean
  readonly count: VoteCount | null
  readonly withdrawn: readonly string[]
  readonly against: readonly string[]
  readonly abstained: readonly string[]
  readonly inFavour: readonly string[]
  readonly castingVote: boolean
}

/** A deliberation as Markdown, in French, the language of public acts: the clerk completes and corrects it. */
export const draftDeliberation = (facts: DraftFacts): string =>
  [
    'Vu le code général des collectivités territoriales, notamment son article L2121-29,',
    ...(facts.note.trim() ? ['# Exposé', facts.note.trim()] : []),
    '# Délibéré',
    ...facts.withdrawn.map(
      name => `En raison de son intérêt à l’affaire, ${name} n’a pris part ni au débat ni au vote (CGCT, article L2131-11).`,
    ),
    ...(facts.outcome === 'noted' ? ['Le conseil municipal prend acte.'] : [decided(facts), voices(facts)]),
    ...(facts.outcome === 'carried' ? [`**Article 1.** ${facts.question}`] : []),
  ].join('\n\n')

const decided = ({ outcome, secret }: DraftFacts) =>
  `Le conseil municipal, après en avoir délibéré${secret ? ' et voté au scrutin secret' : ''}, ${outcome === 'carried' ? 'adopte' : 'n’adopte pas'} la proposition suivante.`

const voices = ({ count, inFavour, against, abstained, castingVote }: DraftFacts) => {
  if (!count) return ''
  if (count.against === 0 && count.abstention === 0) return `À l’unanimité : ${count.for} pour${names(inFavour)}.`
  const tie = castingVote ? ' Les voix étant partagées, celle de la personne qui préside l’emporte.' : ''
  return `Pour : ${count.for}${names(inFavour)}. Contre : ${count.against}${names(against)}. Abstentions : ${count.abstention}${names(abstained)}.${tie}`
}
const names = (people: readonly string[]) => (people.length > 0 ? ` (${people.join(', ')})` : '')
