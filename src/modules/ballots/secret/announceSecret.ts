import { documentsOf, electionKey, write } from '#engines/ballotCryptography'
import { allowed, refused, type Verdict } from '#kernel/rules'
import type { AnyWorld } from '#kernel/world'
import { words } from '../locales/index.ts'
import { type Ballot, questionsOf } from '../queries/ballots.ts'
import { mentions } from '../rules/kinds.ts'
import { publishedTrustees } from './ceremony.ts'
import { group } from './group.ts'
import { publishEvent } from './queries/board.ts'
import { guardsOf } from './queries/guards.ts'
import { missingTrustees } from './rules/ceremony.ts'
import { secretQuestions } from './rules/electionOf.ts'

/** What is still missing before a secret vote may be announced: its trustees' keys, then its codes. */
export const mayAnnounceSecret = async (world: AnyWorld, ballot: Ballot): Promise<Verdict<'no-trustees'>> => {
  const guards = await guardsOf(world, ballot.id)
  return guards && guards.credentials !== null && missingTrustees(guards) === 0 ? allowed : refused('no-trustees')
}

/** Begins the public board: what is asked, who guards it, which codes exist. From here on, none of it changes. */
export const beginBoard = async (world: AnyWorld, ballot: Ballot): Promise<void> => {
  const guards = (await guardsOf(world, ballot.id))!
  const trustees = publishedTrustees(guards)
  const t = words('fr') // what is published is in the language of the commune's acts
  const asked = secretQuestions(
    await questionsOf(world, ballot.id),
    mentions.map(mention => t(`mention.${mention}`)),
  )
  const election = write({
    version: 1,
    description: ballot.introduction,
    name: ballot.title,
    group: group.name,
    public_key: electionKey(group, trustees),
    questions: asked.map(({ question }) => question),
    uuid: guards.electionName,
    administrator: ballot.organiser,
    credential_authority: guards.authority,
  })
  await publishEvent(world, ballot.id, 'Setup', documentsOf.setup(group, election, write(trustees), guards.credentials!))
}
