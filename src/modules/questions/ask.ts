import { openClock } from '#engines/answers'
import { interested } from '#engines/following'
import { registerContent } from '#engines/moderation'
import { record } from '#kernel/journal'
import type { World } from '#kernel/world'
import { addQuestion, questionById } from './queries.ts'
import { subjectOf } from './question.ts'
import type { QuestionsTables } from './schema.ts'

/** Asks a question: its author is told what becomes of it, and the clock starts once it may be read by everyone. */
export const ask = async (
  world: World<QuestionsTables>,
  question: { title: string; text: string; askedBy: string; service: string | null },
): Promise<string> => {
  const { db, body, now, today } = world
  const id = await addQuestion(db, body.id, { ...question, askedAt: now, askedOn: today })
  const subject = subjectOf(id)
  await interested(world, subject, question.askedBy, 'author')
  await record(world, 'question.asked', { subject, content: { title: question.title } })
  const moderated = await registerContent(world, {
    subject,
    authorId: question.askedBy,
    text: `${question.title}\n\n${question.text}`,
    url: `/questions/${id}`,
  })
  if (moderated.state === 'visible') await startClock(world, subject)
  return id
}

/** The town hall owes an answer to this question from today. Twice changes nothing. */
export const startClock = async (world: World<QuestionsTables>, subject: string): Promise<void> => {
  const question = await questionById(world.db, world.body.id, subject.slice('question:'.length))
  if (question) await openClock(world, { subject, reason: 'question', title: question.title, url: `/questions/${question.id}` })
}
