import { answerPanel, answerRoutes, answerSettings } from '#engines/answers'
import { interestIn, isFollowing } from '#engines/following'
import { isVisibleTo, moderationOf, paceRefusal, withinRate } from '#engines/moderation'
import { formCode } from '#engines/paper'
import { emptyForm, refuseField } from '#kernel/forms'
import {
  anyone,
  type C,
  json,
  notFound,
  page,
  pageOf,
  type PageOfRows,
  redirect,
  resident,
  router,
  signedIn,
  submitted,
} from '#kernel/http'
import { personNames } from '#kernel/people'
import { settingsOf } from '#kernel/settings'
import { serviceNamed } from '#modules/catalogue'
import { askedOf, questionsApi } from './api.ts'
import { ask } from './ask.ts'
import { NewQuestion } from './forms.ts'
import { words } from './locales/index.ts'
import { NewQuestionPage } from './pages/NewQuestionPage.tsx'
import { QuestionPage } from './pages/QuestionPage.tsx'
import { QuestionsPage } from './pages/QuestionsPage.tsx'
import { questionById, questions } from './queries.ts'
import { subjectOf } from './question.ts'
import type { QuestionsTables } from './schema.ts'

export const routes = router<QuestionsTables>()
  .get('/questions', anyone, async c => {
    const asked = pageOf(c)
    const { shown, hasMore } = await visibleQuestions(c, asked)
    return page(c, <QuestionsPage t={words(c.var.locale)} questions={shown} pageNumber={asked.number} hasMore={hasMore} />)
  })

  .get('/questions/nouvelle', anyone, async c =>
    page(c, <NewQuestionPage {...await askingProps(c, c.req.query('service'))} form={emptyForm(NewQuestion)} />),
  )

  .post('/questions', resident, async c => {
    const { personId } = signedIn(c)
    const form = await submitted(c, NewQuestion)
    if (!form.ok) return page(c, <NewQuestionPage {...await askingProps(c, form.values.service)} form={form} />, 422)
    const pace = await withinRate(c.var, 'question')
    if (!pace.ok) {
      const refusal = refuseField(form, '', paceRefusal(pace, c.var.locale))
      return page(c, <NewQuestionPage {...await askingProps(c, form.value.service)} form={refusal} />, 429)
    }
    const service = await serviceAsked(c, form.value.service)
    return redirect(c, `/questions/${await ask(c.var, { ...form.value, askedBy: personId, service: service?.id ?? null })}`)
  })

  .api('/api/v1/questions', questionsApi, async c => {
    const asked = pageOf(c, 100)
    const { shown, hasMore } = await visibleQuestions(c, asked)
    return json(c, { page: asked.number, hasMore, questions: shown.map(question => askedOf(question, c.var.url)) })
  })

  .get('/questions/:question', anyone, async c => {
    const { db, body, actor, locale } = c.var
    const question = await questionById(db, body.id, c.req.param('question') ?? '0')
    if (!question) return notFound(c)
    const subject = subjectOf(question.id)
    const moderated = (await moderationOf(db, body.id, [subject])).get(subject)
    if (!isVisibleTo(moderated, actor) && moderated.state === 'held') return notFound(c)
    const names = await personNames(db, question.askedBy ? [question.askedBy] : [])
    const following = actor.personId !== null && (await isFollowing(c.var, subject, actor.personId))
    const service = await serviceAsked(c, question.service ?? '')
    const props = { t: words(locale), locale, question, service, moderated, reader: actor, isFollowing: following }
    return page(c, <QuestionPage {...props} author={names.get(question.askedBy ?? '') ?? null} panel={await answerPanel(c.var, subject)} />)
  })

  .mount(
    answerRoutes(async (world, subject, personId) => {
      const because = await interestIn(world, subject, personId)
      return because.includes('author') || because.includes('supporter')
    }),
  )

/** One page of the questions that this reader may read. */
const visibleQuestions = async (c: C<QuestionsTables>, asked: PageOfRows) => {
  const { db, body, actor } = c.var
  const rows = await questions(db, body.id, { size: asked.size + 1, start: asked.start })
  const moderated = await moderationOf(
    db,
    body.id,
    rows.map(row => subjectOf(row.id)),
  )
  return {
    shown: rows.slice(0, asked.size).filter(row => isVisibleTo(moderated.get(subjectOf(row.id)), actor)),
    hasMore: rows.length > asked.size,
  }
}

/** The service that a question is about, when the catalogue knows it. */
const serviceAsked = async (c: C<QuestionsTables>, asked: string | readonly string[] | undefined) => {
  const id = [asked ?? ''].flat()[0] ?? ''
  const name = id === '' ? null : await serviceNamed(c.var, id)
  return name === null ? null : { id, name }
}

const askingProps = async (c: C<QuestionsTables>, asked: string | readonly string[] | undefined) => {
  const settings = await settingsOf(c.var, 'answers', answerSettings)
  const service = await serviceAsked(c, asked)
  const place = service ? `/questions/nouvelle?service=${service.id}` : '/questions/nouvelle'
  return { t: words(c.var.locale), days: settings['delay.first'], service, code: await formCode(c.var, place) }
}
