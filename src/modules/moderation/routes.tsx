import { addDays } from '#kernel/clock'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import {
  administrator,
  anyone,
  agent,
  type C,
  conflict,
  either,
  notFound,
  page,
  pageOf,
  redirect,
  resident,
  router,
  signedIn,
  submitted,
  townHall,
} from '#kernel/http'
import { MessagePage } from '#kernel/ui'
import {
  canDecideAppeal,
  contentFile,
  decide,
  decideAppeal,
  fileAppeal,
  moderationSettingsOf,
  ownContents,
  paceRefusal,
  publicRegister,
  publishRules,
  readRules,
  registerCounts,
  report,
  reportable,
  rulebook,
  waiting,
  waitingCounts,
  withinRate,
  writeRules,
  type ModerationTables,
} from '#engines/moderation'
import { AppealDecisionForm, AppealForm, DecisionForm, ReportForm, RulesForm } from './forms.ts'
import { words } from './locales/index.ts'
import { ContentFilePage } from './pages/ContentFilePage.tsx'
import { OwnContentsPage } from './pages/OwnContentsPage.tsx'
import { queueAddress, queueFrom, QueuePage } from './pages/QueuePage.tsx'
import { RegisterPage } from './pages/RegisterPage.tsx'
import { ReportPage } from './pages/ReportPage.tsx'
import { NewRulesPage, RulesPage } from './pages/RulesPage.tsx'

type Here = C<ModerationTables>
const file = '/moderation/contenus/:subject{[a-z-]{1,40}(?::|%3[aA])[0-9A-Za-z-]{1,40}}'
const ruleKeeper = either(agent, administrator)

export const routes = router<ModerationTables>()
  .get('/moderation', townHall, async c => {
    const { db, body, actor, locale } = c.var
    const queue = queueFrom(c.req.query('file'))
    const asked = pageOf(c)
    return page(
      c,
      <QueuePage
        t={words(locale)}
        queue={queue}
        counts={await waitingCounts(db, body.id)}
        waiting={await waiting(db, body.id, queue, asked)}
        me={actor.personId}
        pageNumber={asked.number}
        pageSize={asked.size}
      />,
    )
  })

  .get(file, townHall, async c => filePage(c, subjectOf(c), {}))

  .post(`${file}/decision`, townHall, async c => {
    const subject = subjectOf(c)
    const t = words(c.var.locale)
    const form = await submitted(c, DecisionForm)
    if (!form.ok) return filePage(c, subject, { form }, 422)
    const { act, rule, reason } = form.value
    const before = await contentFile(c.var.db, c.var.body.id, subject)
    const verdict = await decide(c.var, subject, act === 'hidden' ? { act, reason, ruleNumber: Number(rule) } : { act, reason })
    if (!verdict.ok)
      return filePage(
        c,
        subject,
        { form: refuseField(form, verdict.because === 'unknown-rule' ? 'rule' : '', t(`refused.${verdict.because}`)) },
        409,
      )
    return redirect(c, queueAddress(before?.moderated.state === 'visible' ? 'reported' : 'held'))
  })

  .post('/moderation/recours/:decision', townHall, async c => {
    const { personId } = signedIn(c)
    const { db, body, locale } = c.var
    const form = await submitted(c, AppealDecisionForm)
    const decision = c.req.param('decision') ?? ''
    const subject = await subjectOfDecision(c, decision)
    if (!subject) return notFound(c)
    if (!form.ok) return filePage(c, subject, { appealForm: form }, 422)
    const verdict = await decideAppeal(c.var, decision, personId, form.value)
    if (!verdict.ok) {
      const there = await contentFile(db, body.id, subject)
      return there?.appeal
        ? filePage(c, subject, { appealForm: refuseField(form, '', words(locale)(`refused.${verdict.because}`)) }, 409)
        : conflict(c, words(locale)(`refused.${verdict.because}`))
    }
    return redirect(c, queueAddress('appeals'))
  })

  .get('/moderation/regles', anyone, async c => {
    const { db, body, actor, locale } = c.var
    const asked = /^[1-9]\d{0,5}$/.exec(c.req.query('version') ?? '')?.[0]
    const current = await rulebook(db, body.id)
    const book = asked ? await rulebook(db, body.id, Number(asked)) : current
    if (!book) return notFound(c)
    const settings = await moderationSettingsOf(c.var)
    return page(
      c,
      <RulesPage
        t={words(locale)}
        book={book}
        isCurrent={book.version === current?.version}
        settings={settings}
        mayPublish={ruleKeeper.allows(actor)}
      />,
    )
  })

  .get('/moderation/regles/nouvelle-version', ruleKeeper, async c => {
    const book = await rulebook(c.var.db, c.var.body.id)
    return page(c, <NewRulesPage t={words(c.var.locale)} form={emptyForm(RulesForm, book ? { rules: writeRules(book) } : {})} />)
  })

  .post('/moderation/regles', ruleKeeper, async c => {
    const t = words(c.var.locale)
    const form = await submitted(c, RulesForm)
    if (!form.ok) return page(c, <NewRulesPage t={t} form={form} />, 422)
    const read = readRules(form.value.rules)
    if (!read.ok) return page(c, <NewRulesPage t={t} form={refuseField(form, 'rules', t(`rules.refused.${read.because}`))} />, 422)
    const version = await publishRules(c.var, read)
    return redirect(c, `/moderation/regles?version=${version}`)
  })

  .get('/moderation/registre', anyone, async c => {
    const { db, body, locale, today } = c.var
    const asked = pageOf(c, 30)
    const since = addDays(today, -365)
    const lines = await publicRegister(db, body.id, { start: asked.start, size: asked.size + 1 })
    return page(
      c,
      <RegisterPage
        t={words(locale)}
        locale={locale}
        lines={lines.slice(0, asked.size)}
        counts={await registerCounts(db, body.id, since)}
        since={since}
        pageNumber={asked.number}
        hasMore={lines.length > asked.size}
      />,
    )
  })

  .get('/moderation/mes-publications', resident, async c => ownPage(c, null))

  .post('/moderation/mes-publications/:decision/recours', resident, async c => {
    const { personId } = signedIn(c)
    const decisionId = c.req.param('decision') ?? ''
    const subject = await subjectOfDecision(c, decisionId)
    if (!subject) return notFound(c)
    const form = await submitted(c, AppealForm)
    if (!form.ok) return ownPage(c, { decisionId, form }, 422)
    const verdict = await fileAppeal(c.var, subject, personId, form.value.text)
    // Somebody else's hidden text: nothing here tells that it exists.
    if (!verdict.ok && (verdict.because === 'not-the-author' || verdict.because === 'unknown')) return notFound(c)
    return verdict.ok ? redirect(c, '/moderation/mes-publications') : conflict(c, words(c.var.locale)(`refused.${verdict.because}`))
  })

  .get('/moderation/signaler', resident, async c => reportPage(c, c.req.query('sujet') ?? '', emptyForm(ReportForm)))

  .post('/moderation/signalements', resident, async c => {
    const { personId } = signedIn(c)
    const t = words(c.var.locale)
    const form = await submitted(c, ReportForm)
    const subject = [form.values.subject ?? ''].flat()[0] ?? ''
    if (!form.ok) return reportPage(c, subject, form, 422)
    const pace = await withinRate(c.var, 'report', 'gesture')
    if (!pace.ok) return reportPage(c, subject, refuseField(form, '', paceRefusal(pace, c.var.locale)), 429)
    const there = await reportable(c.var, subject)
    const verdict = await report(c.var, subject, personId, form.value.reason)
    if (!there || (!verdict.ok && verdict.because === 'unknown')) return notFound(c)
    if (!verdict.ok) return reportPage(c, subject, refuseField(form, '', t(`refused.${verdict.because}`)), 409)
    return page(
      c,
      <MessagePage title={t('report.doneTitle')} text={t('report.done')} action={{ label: t('report.back'), href: there.url }} />,
    )
  })

const subjectOf = (c: Here) => decodeURIComponent(c.req.param('subject') ?? '')

const filePage = async (
  c: Here,
  subject: string,
  forms: { form?: Form<DecisionForm>; appealForm?: Form<AppealDecisionForm> },
  status: 200 | 409 | 422 = 200,
) => {
  const { db, body, actor, locale } = c.var
  const known = await contentFile(db, body.id, subject)
  const rules = await rulebook(db, body.id)
  if (!known || !rules) return notFound(c)
  return page(
    c,
    <ContentFilePage
      t={words(locale)}
      file={known}
      rules={rules}
      form={forms.form ?? emptyForm(DecisionForm)}
      appealForm={forms.appealForm ?? emptyForm(AppealDecisionForm)}
      mayDecideAppeal={known.appeal ? canDecideAppeal({ ...known.appeal, outcome: null }, actor.personId ?? '') : { ok: true }}
    />,
    status,
  )
}

const ownPage = async (c: Here, refused: { decisionId: string; form: Form<AppealForm> } | null, status: 200 | 422 = 200) => {
  const { personId } = signedIn(c)
  const asked = pageOf(c)
  const contents = await ownContents(c.var.db, c.var.body.id, personId, { start: asked.start, size: asked.size + 1 })
  return page(
    c,
    <OwnContentsPage
      t={words(c.var.locale)}
      contents={contents.slice(0, asked.size)}
      pageNumber={asked.number}
      hasMore={contents.length > asked.size}
      refused={refused}
    />,
    status,
  )
}

const reportPage = async (c: Here, subject: string, form: Form<ReportForm>, status: 200 | 409 | 422 | 429 = 200) => {
  const there = await reportable(c.var, subject)
  return there ? page(c, <ReportPage t={words(c.var.locale)} subject={subject} extract={there.extract} form={form} />, status) : notFound(c)
}

const subjectOfDecision = async (c: Here, decision: string) =>
  (
    await c.var.db
      .selectFrom('moderation.decision')
      .select('subject')
      .where('body_id', '=', c.var.body.id)
      .where('id', '=', decision)
      .executeTakeFirst()
  )?.subject
