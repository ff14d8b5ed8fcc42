import { openClock } from '#engines/answers'
import { gatherVotes, type OpinionMap, readPolisComments, readPolisVotes } from '#engines/opinionMap'
import type { AnyWorld } from '#kernel/world'
import { enterStep } from '../queries/changeConsultation.ts'
import type { Consultation } from '../queries/consultations.ts'
import { addPublication, keepLiveMap, publicationOf } from '../queries/maps.ts'
import { countedVotes, notedStatements } from '../queries/votes.ts'
import { consultationSettingsOf } from '../settings.ts'
import { bundle } from './bundle.ts'
import { computeMap } from './computeMap.ts'
import { computeMaps } from './computeMaps.ts'
import { exportFiles, type Files } from './exportFiles.ts'
import { readingOf } from './readingOf.ts'

/**
 * Publishes the result: computed from cold, from the very files that anyone may download, so that they give it again.
 * The town hall then owes an answer (CRPA, L131-1). @returns the publication
 */
export const publish = async (world: AnyWorld, consultation: Consultation, reason: string) => {
  const { db, body } = world
  const noted = await notedStatements(db, body.id, consultation.id)
  const votes = []
  for await (const vote of countedVotes(db, body.id, consultation.id)) votes.push(vote)
  const limits = await consultationSettingsOf(world)
  const files = await exportFiles(votes, noted, limits.leastGroup)
  const everyone = await mapOfFile(files, files.votes)
  const verified = await mapOfFile(files, files.verified)
  const live = await computeMaps(world, consultation.id)
  await keepLiveMap(world, consultation.id, live)
  const texts = new Map(noted.filter(one => one.state === 'visible').map(one => [one.number, one.text]))
  const whole = readingOf(everyone, texts, limits)
  const content = { ...live.content, everyone: whole, verified: readingOf(verified, texts, limits, whole.participants) }
  const number = ((await publicationOf(db, body.id, consultation.id))?.number ?? 0) + 1
  const about = { title: consultation.title, number, url: `${world.url}/consultations/${consultation.id}`, publishedAt: world.now }
  const kept = content.everyone.isEnough ? bundle(about, files, { everyone, verified: content.verified.isEnough ? verified : null }) : null
  const publication = await addPublication(world, consultation.id, { content, bundle: kept, reason })
  await enterStep(world, consultation.id, 'published', { reason })
  const url = `/consultations/${consultation.id}/resultats`
  await openClock(world, { subject: `consultation:${consultation.id}`, reason: 'consultation', title: consultation.title, url })
  return publication
}

const mapOfFile = async (files: Files, votes: string): Promise<OpinionMap> => {
  const [comments, cast] = [await readPolisComments([Buffer.from(files.comments)]), await readPolisVotes([Buffer.from(votes)])]
  if (!comments.ok || !cast.ok) throw new Error('The files of a publication cannot be read again.')
  const gatherer = gatherVotes()
  for (const { participant, statement, vote, order } of cast.value) gatherer.add(participant, statement, vote, order)
  return computeMap({ votes: gatherer.table(), statements: comments.value.map(({ id, moderated }) => ({ id, moderated })) })
}
