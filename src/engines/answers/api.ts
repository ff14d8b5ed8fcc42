import { z } from 'zod'
import type { ApiSpec } from '#kernel/http'
import type { Clock } from './clocks.ts'
import { standing, verdicts } from './rules.ts'

const Given = z.object({
  verdict: z.enum(verdicts),
  text: z.string(),
  reviewOn: z.iso.date().nullable(),
  signedName: z.string(),
  signedFunction: z.string(),
  answeredOn: z.iso.date(),
  isAppealed: z.boolean(),
})
const Due = z.object({
  id: z.string(),
  subject: z.string(),
  kind: z.enum(['first', 'study', 'appeal']),
  reason: z.enum(['threshold', 'question', 'consultation', 'study', 'appeal']),
  title: z.string(),
  url: z.url(),
  openedOn: z.iso.date(),
  dueOn: z.iso.date(),
  daysLate: z.int(),
  answer: Given.nullable(),
})

/** What machines may ask about answers, page by page of 100. */
export const answersApi: ApiSpec = {
  summary: { fr: 'Réponses dues et données par la mairie', en: 'Answers owed and given by the town hall' },
  query: z.object({ etat: z.enum(['attendues', 'donnees']).optional(), page: z.coerce.number().int().min(1).optional() }),
  response: z.object({ page: z.int(), hasMore: z.boolean(), answers: z.array(Due) }),
}

/** One line of that answer; `origin` is the site's. */
export const dueOf = (clock: Clock, origin: string, today: string): z.output<typeof Due> => {
  const { id, subject, kind, reason, title, openedOn, dueOn, answer } = clock
  const { state, days } = standing({ dueOn, answeredOn: answer?.answeredOn ?? null }, today)
  return {
    id,
    subject,
    kind,
    reason,
    title,
    openedOn,
    dueOn,
    url: `${origin}/reponses/${id}`,
    daysLate: state === 'awaited' ? 0 : days,
    answer: answer && {
      verdict: answer.verdict,
      text: answer.text,
      reviewOn: answer.reviewOn,
      signedName: answer.signedName,
      signedFunction: answer.signedFunction,
      answeredOn: answer.answeredOn,
      isAppealed: answer.appeal !== null,
    },
  }
}
