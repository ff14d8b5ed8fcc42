import { type Clock, clocksAboutEach } from '#engines/answers'
import { moderationOf } from '#engines/moderation'
import { plainText } from '#engines/texts'
import { dayInParis } from '#kernel/clock'
import { together } from '#kernel/db'
import { personNames } from '#kernel/people'
import type { KernelTables, Outcome, OutcomesAsked } from '#kernel/service'
import type { World } from '#kernel/world'
import { type T, words } from './locales/index.ts'
import { latestQuestions } from './queries.ts'
import { type Question, subjectOf } from './question.ts'
import type { QuestionsTables } from './schema.ts'

/** Each question that everyone may read, and what the town hall answered; a late answer says when it was due. */
export const outcomes = async (world: World<QuestionsTables & KernelTables>, asked: OutcomesAsked): Promise<readonly Outcome[]> => {
  if (asked.measure !== null && asked.service === null) return []
  const { db, body } = world
  const found = await latestQuestions(db, body.id, asked.service, asked.limit)
  const moderated = await moderationOf(
    db,
    body.id,
    found.map(({ id }) => subjectOf(id)),
  )
  const visible = found.filter(({ id }) => moderated.get(subjectOf(id)).state === 'visible')
  const [names, clocksOf] = await together([
    personNames(
      world.db,
      visible.flatMap(({ askedBy }) => (askedBy === null ? [] : [askedBy])),
    ),
    clocksAboutEach(
      world,
      visible.map(({ id }) => subjectOf(id)),
    ),
  ])
  const t = words(world.locale)
  return visible.map(question => threadOf(t, question, clocksOf(subjectOf(question.id)), names.get(question.askedBy ?? '')))
}

/** The last answer is the one that holds: after a study, or after an appeal. */
const threadOf = (t: T, question: Question, clocks: readonly Clock[], author: string | undefined): Outcome => {
  const answered = clocks.findLast(({ answer }) => answer !== null)
  const awaited = clocks.findLast(({ answer }) => answer === null)
  const answer = answered?.answer ?? null
  return {
    id: subjectOf(question.id),
    title: question.title,
    service: question.service,
    measure: null,
    said: {
      text: author ? t('outcome.saidBy', { name: author, text: short(question.text) }) : short(question.text),
      url: `/questions/${question.id}`,
      on: dayInParis(question.askedAt),
    },
    decided: answer && {
      text: t('outcome.answered', { verdict: t(`verdict.${answer.verdict}`), text: short(answer.text), by: answer.signedFunction }),
      url: `/reponses/${answered?.id}`,
      on: answer.answeredOn,
    },
    done: null,
    measured: null,
    at: answer?.answeredAt ?? question.askedAt,
    dueOn: awaited?.dueOn ?? null,
    isRefused: answer?.verdict === 'refused' && awaited === undefined,
  }
}

const short = (markdown: string) => {
  const text = plainText(markdown)
  return text.length > 260 ? `${text.slice(0, 259).toWellFormed()}…` : text
}
