import { instantInParis, parisTime } from '#engines/meetings'
import { emptyForm, type Form, type FormValues, refuseField } from '#kernel/forms'
import { agent, conflict, notFound, page, redirect, router, submitted } from '#kernel/http'
import { addDays } from '#kernel/rules'
import { measuresById } from '#modules/measures'
import { ruleById, rulesInForce } from '#modules/roll'
import { BallotForm, QuestionForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { BallotFormPage } from '../pages/BallotFormPage.tsx'
import { QuestionFormPage } from '../pages/QuestionFormPage.tsx'
import { VotePage } from '../pages/VotePage.tsx'
import { VoteForm } from '../forms.ts'
import { type Ballot, ballotById, questionsOf } from '../queries/ballots.ts'
import { addBallot, correctBallot, type NewBallot, type NewQuestion, putQuestion, removeQuestion } from '../queries/changeBallot.ts'
import { secretKinds } from '../rules/kinds.ts'
import { readOptions, writtenOptions } from '../rules/readOptions.ts'
import type { BallotTables } from '../schema.ts'
import type { Request } from './reads.ts'

const base = '/votes/:draftBallot'

/** Preparing a vote: its frame, its questions, and a look at the ballot before anyone else sees it. */
export const prepareRoutes = router<BallotTables>()
  .get('/votes/nouveau', agent, async c => {
    const asked = c.req.query('mesure') ?? ''
    const [measure] = /^\d{1,18}$/.test(asked) ? await measuresById(c.var.db, c.var.body.id, [asked]) : []
    const [rule] = await rulesInForce(c.var)
    return formPage(
      c,
      null,
      emptyForm(BallotForm, {
        title: measure?.title ?? '',
        measure: measure?.id ?? '',
        organiser: c.var.body.name,
        rule: rule?.id ?? '',
        opensOn: addDays(c.var.today, 7),
        opensHour: '09:00',
        closesOn: addDays(c.var.today, 21),
        closesHour: '20:00',
        secrecy: 'public',
        hasPaper: 'oui',
      }),
    )
  })
  .post('/votes', agent, async c => {
    const form = await submitted(c, BallotForm)
    const checked = await check(c, form)
    if (!checked.ok) return formPage(c, null, checked.form, 422)
    return redirect(c, `/votes/${await addBallot(c.var, checked.ballot)}/conduite`)
  })
  .get(`${base}/correction`, agent, async c => {
    const draft = await draftOf(c)
    return draft instanceof Response ? draft : formPage(c, draft, emptyForm(BallotForm, typedAgain(draft)))
  })
  .post(`${base}/correction`, agent, async c => {
    const draft = await draftOf(c)
    if (draft instanceof Response) return draft
    const checked = await check(c, await submitted(c, BallotForm))
    if (!checked.ok) return formPage(c, draft, checked.form, 422)
    await correctBallot(c.var, draft.id, checked.ballot)
    return redirect(c, `/votes/${draft.id}/conduite`)
  })

  .get(`${base}/questions/nouvelle`, agent, async c => {
    const draft = await draftOf(c)
    return draft instanceof Response ? draft : questionPage(c, draft, null, emptyForm(QuestionForm, { kind: 'yes-no', most: '1' }))
  })
  .post(`${base}/questions`, agent, async c => {
    const draft = await draftOf(c)
    if (draft instanceof Response) return draft
    const checked = checkQuestion(c, draft, await submitted(c, QuestionForm))
    if (!checked.ok) return questionPage(c, draft, null, checked.form, 422)
    if ((await questionsOf(c.var, draft.id)).length >= 20) return conflict(c, words(c.var.locale)('question.enough'))
    await putQuestion(c.var, draft.id, checked.question)
    return redirect(c, `/votes/${draft.id}/conduite`)
  })
  .get(`${base}/questions/:ballotQuestion/correction`, agent, async c => {
    const draft = await draftOf(c)
    if (draft instanceof Response) return draft
    const question = await questionAsked(c, draft)
    if (!question) return notFound(c)
    const { title, explanation, kind, most, options } = question
    const values = { title, explanation, kind, most: String(most), options: kind === 'yes-no' ? '' : writtenOptions(options) }
    return questionPage(c, draft, question.number, emptyForm(QuestionForm, values))
  })
  .post(`${base}/questions/:ballotQuestion/correction`, agent, async c => {
    const draft = await draftOf(c)
    if (draft instanceof Response) return draft
    const question = await questionAsked(c, draft)
    if (!question) return notFound(c)
    const checked = checkQuestion(c, draft, await submitted(c, QuestionForm))
    if (!checked.ok) return questionPage(c, draft, question.number, checked.form, 422)
    await putQuestion(c.var, draft.id, checked.question, question.number)
    return redirect(c, `/votes/${draft.id}/conduite`)
  })
  .post(`${base}/questions/:ballotQuestion/retrait`, agent, async c => {
    const draft = await draftOf(c)
    if (draft instanceof Response) return draft
    const question = await questionAsked(c, draft)
    if (!question) return notFound(c)
    await removeQuestion(c.var, draft.id, question.number)
    return redirect(c, `/votes/${draft.id}/conduite`)
  })

  .get(`${base}/apercu`, agent, async c => {
    const ballot = await ballotById(c.var, c.req.param('draftBallot')!)
    if (!ballot) return notFound(c)
    const questions = await questionsOf(c.var, ballot.id)
    return page(c, <VotePage {...{ t: words(c.var.locale), ballot, questions }} form={emptyForm(VoteForm)} own={null} isPreview />)
  })

/** The draft asked for; what is announced does not change any more. */
const draftOf = async (c: Request): Promise<Ballot | Response> => {
  const ballot = await ballotById(c.var, c.req.param('draftBallot')!)
  if (!ballot) return notFound(c)
  return ballot.state === 'draft' ? ballot : conflict(c, words(c.var.locale)('refusal.announced'))
}

const questionAsked = async (c: Request, ballot: Ballot) =>
  (await questionsOf(c.var, ballot.id)).find(one => String(one.number) === c.req.param('ballotQuestion'))

const formPage = async (c: Request, ballot: Ballot | null, form: Form<BallotForm>, status: 200 | 422 = 200) =>
  page(c, <BallotFormPage t={words(c.var.locale)} ballot={ballot} form={form} rules={await rulesInForce(c.var)} />, status)

const questionPage = (c: Request, ballot: Ballot, number: number | null, form: Form<QuestionForm>, status: 200 | 422 = 200) =>
  page(c, <QuestionFormPage t={words(c.var.locale)} ballot={ballot} number={number} form={form} />, status)

type Typed = Awaited<ReturnType<typeof submitted<typeof BallotForm>>>
const check = async (c: Request, form: Typed): Promise<{ ok: true; ballot: NewBallot } | { ok: false; form: Form<BallotForm> }> => {
  if (!form.ok) return { ok: false, form }
  const t = words(c.var.locale)
  const refuse = (field: 'closesOn' | 'measure' | 'rule', said: string) => ({ ok: false as const, form: refuseField(form, field, said) })
  const { opensOn, opensHour, closesOn, closesHour, secrecy, ...rest } = form.value
  const opensAt = instantInParis(opensOn, opensHour)
  const closesAt = instantInParis(closesOn, closesHour)
  if (closesAt <= opensAt) return refuse('closesOn', t('form.datesWrong'))
  if (closesAt <= c.var.now) return refuse('closesOn', t('form.past'))
  if (rest.measure !== null && (await measuresById(c.var.db, c.var.body.id, [rest.measure])).length === 0)
    return refuse('measure', t('form.measureWrong'))
  const rule = await ruleById(c.var.db, c.var.body.id, rest.rule)
  if (!rule || rule.publishedAt === null || rule.withdrawnAt !== null) return refuse('rule', t('form.ruleWrong'))
  return { ok: true, ballot: { ...rest, opensAt, closesAt, isSecret: secrecy === 'secret' } }
}

type TypedQuestion = Awaited<ReturnType<typeof submitted<typeof QuestionForm>>>
const checkQuestion = (
  c: Request,
  ballot: Ballot,
  form: TypedQuestion,
): { ok: true; question: NewQuestion } | { ok: false; form: Form<QuestionForm> } => {
  if (!form.ok) return { ok: false, form }
  const t = words(c.var.locale)
  const { kind, most, options: typed, title, explanation } = form.value
  if (ballot.isSecret && !secretKinds.includes(kind)) return { ok: false, form: refuseField(form, 'kind', t('question.notSecret')) }
  const read = readOptions(kind, typed, [t('question.yes'), t('question.no')])
  if (!read.ok) return { ok: false, form: refuseField(form, 'options', t(`options.${read.because}`, { line: read.line })) }
  if (kind === 'choice' && most >= read.options.length) return { ok: false, form: refuseField(form, 'most', t('question.mostWrong')) }
  if (kind === 'points' && most < 2) return { ok: false, form: refuseField(form, 'most', t('question.pointsWrong')) }
  return {
    ok: true,
    question: { kind, title, explanation, options: read.options, most: kind === 'choice' || kind === 'points' ? most : 1 },
  }
}

const typedAgain = (ballot: Ballot): FormValues => {
  const opens = parisTime(ballot.opensAt)
  const closes = parisTime(ballot.closesAt)
  return {
    title: ballot.title,
    introduction: ballot.introduction,
    purpose: ballot.purpose,
    organiser: ballot.organiser,
    measure: ballot.measure ?? '',
    rule: ballot.rule,
    opensOn: opens.day,
    opensHour: opens.time,
    closesOn: closes.day,
    closesHour: closes.time,
    secrecy: ballot.isSecret ? 'secret' : 'public',
    hasPaper: ballot.hasPaper ? 'oui' : '',
  }
}
