import { addDays } from '#kernel/clock'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, type C, notFound, page, pageOf, redirect, router, submitted, townHall } from '#kernel/http'
import type { KernelTables } from '#kernel/service'
import { readServices, serviceNamed } from '#modules/catalogue'
import { latestMeasures, measuresById } from '#modules/measures'
import { makeCommitment, recordReading, takeStep } from './acts.ts'
import { followUpRoutes } from './followUpRoutes.tsx'
import { NewCommitment, NewReading, NewStep } from './forms.ts'
import { mandateRoutes } from './mandateRoutes.tsx'
import { found, onePage } from './onePage.tsx'
import { words } from './locales/index.ts'
import { CommitmentsPage, type Filters } from './pages/CommitmentsPage.tsx'
import { NewCommitmentPage } from './pages/NewCommitmentPage.tsx'
import { commitmentsOf, countsOf, latestCommitments } from './queries.ts'
import { checkPromise } from './rules/checkPromise.ts'
import { decisionOf } from './rules/decisionOf.ts'
import { groups } from './rules/terms.ts'
import type { CommitmentsTables } from './schema.ts'

type Request = C<CommitmentsTables & KernelTables>

export const routes = router<CommitmentsTables>()
  .get('/engagements', anyone, async c => {
    const { db, body, actor, locale, today } = c.var
    const filters = filtersOf(c)
    const asked = pageOf(c)
    const { service, measure: measureId, words: wanted } = filters
    const where = { service, measure: measureId, words: wanted }
    const rows = await commitmentsOf(c.var, filters, { size: asked.size + 1, start: asked.start })
    const missed = await latestCommitments(c.var, { ...where, group: 'missed' }, 10)
    const [measure] = await measuresById(db, body.id, filters.measure ? [filters.measure] : [])
    return page(
      c,
      <CommitmentsPage
        t={words(locale)}
        locale={locale}
        today={today}
        filters={filters}
        counts={await countsOf(c.var, where)}
        commitments={rows.slice(0, asked.size)}
        missed={missed.filter(({ ended }) => ended !== null && ended.on >= addDays(today, -365))}
        services={await readServices(db, body.id)}
        measure={measure ?? null}
        pageNumber={asked.number}
        hasMore={rows.length > asked.size}
        isTownHall={townHall.allows(actor)}
      />,
    )
  })

  .get('/engagements/nouveau', townHall, c => newPage(c, emptyForm(NewCommitment, prefilled(c))))

  .post('/engagements', townHall, async c => {
    const t = words(c.var.locale)
    const form = await submitted(c, NewCommitment)
    if (!form.ok) return newPage(c, form, 422)
    const decision = form.value.decision ?? decisionOf(form.value.decisionUrl)
    if (decision === null) return newPage(c, refuseField(form, 'decisionUrl', t('new.decisionWrong')), 422)
    const { service, measure } = form.value
    if (service && (await serviceNamed(c.var, service)) === null) return newPage(c, refuseField(form, 'service', t('new.unknown')), 422)
    if (measure && (await measuresById(c.var.db, c.var.body.id, [measure])).length === 0)
      return newPage(c, refuseField(form, 'measure', t('new.unknown')), 422)
    const verdict = checkPromise(form.value, c.var.today)
    if (!verdict.ok) return newPage(c, refuseField(form, verdict.because, t(`new.${wrong[verdict.because]}`)), 422)
    return redirect(
      c,
      `/engagements/${await makeCommitment(c.var, { ...form.value, decision, voted: votedOf(form.value, t('new.votedLabel')) })}`,
    )
  })

  .get('/engagements/:commitment', anyone, async c => {
    const commitment = await found(c)
    return commitment ? onePage(c, commitment) : notFound(c)
  })

  .post('/engagements/:commitment/releves', townHall, async c => {
    const commitment = await found(c)
    if (!commitment) return notFound(c)
    const t = words(c.var.locale)
    const form = await submitted(c, NewReading)
    if (!form.ok) return onePage(c, commitment, { reading: form }, 422)
    const { on } = form.value
    if (on > c.var.today) return onePage(c, commitment, { reading: refuseField(form, 'on', t('refused.future')) }, 422)
    if (on < addDays(commitment.madeOn, -366)) return onePage(c, commitment, { reading: refuseField(form, 'on', t('refused.before')) }, 422)
    if (commitment.ended) return onePage(c, commitment, { reading: refuseField(form, '', t('refused.ended')) }, 422)
    await recordReading(c.var, { commitment: commitment.id, ...form.value })
    return redirect(c, `/engagements/${commitment.id}#effet`)
  })

  .post('/engagements/:commitment/etapes', townHall, async c => {
    const commitment = await found(c)
    if (!commitment) return notFound(c)
    const form = await submitted(c, NewStep)
    if (!form.ok) return onePage(c, commitment, { step: form }, 422)
    const verdict = await takeStep(c.var, commitment, form.value)
    if (verdict.ok) return redirect(c, `/engagements/${commitment.id}#histoire`)
    const field = fieldOf[verdict.because]
    return onePage(c, commitment, { step: refuseField(form, field, words(c.var.locale)(`refused.${verdict.because}`)) }, 422)
  })

  .mount(followUpRoutes)
  .mount(mandateRoutes)

const votedOf = ({ voted, budgetLine }: NewCommitment, label: string) =>
  voted === null ? null : { cents: voted, label: budgetLine || label }

const wrong = { service: 'sourceWrong', dueOn: 'dueWrong', reviewOn: 'reviewWrong' } as const
const fieldOf = {
  ended: 'kind',
  due: 'kind',
  'not-later': 'dueOn',
  'no-day': 'dueOn',
  'no-note': 'note',
  'not-met': 'kind',
  met: 'kind',
} as const

const newPage = async (c: Request, form: Form<NewCommitment>, status: 200 | 422 = 200) => {
  const { db, body, locale } = c.var
  const recent = await latestMeasures(db, body.id, 200)
  const asked = [form.values.measure ?? ''].flat()[0] ?? ''
  const named = /^\d{1,18}$/.test(asked) && !recent.some(({ id }) => id === asked) ? await measuresById(db, body.id, [asked]) : []
  return page(
    c,
    <NewCommitmentPage
      t={words(locale)}
      form={form}
      services={await readServices(db, body.id)}
      measures={[...named, ...recent]}
      isGiven={isGiven(form)}
    />,
    status,
  )
}

/** The decision came whole with the link: it is shown, not asked. */
const isGiven = ({ values, errors }: Form<NewCommitment>) =>
  typeof values.decision === 'string' &&
  values.decision !== '' &&
  NewCommitment.shape.decisionUrl.safeParse(values.decisionUrl).success &&
  NewCommitment.shape.decisionTitle.safeParse(values.decisionTitle).success &&
  !errors.decisionUrl

const prefilled = (c: Request) => {
  const asked = (name: string) => (c.req.query(name) ?? '').slice(0, 300)
  // `decision` is what the other rooms call it, `ballot:12`, or its page.
  const said = asked('decision')
  const decision = said.startsWith('/') ? (decisionOf(said) ?? '') : said
  return {
    decision,
    decisionTitle: asked('titre'),
    decisionUrl: asked('retour') || (said.startsWith('/') ? said : ''),
    committee: asked('comite'),
    service: asked('service'),
    measure: asked('mesure') || (/^measure:(\d{1,18})$/.exec(decision)?.[1] ?? ''),
    source: 'readings',
    voted: /^\d{1,9}([.,]\d{1,2})?$/.exec(asked('montant'))?.[0] ?? '',
    budgetLine: asked('ligne').slice(0, 200),
  }
}

const filtersOf = (c: Request): Filters => {
  const number = (name: string) => /^[1-9]\d{0,17}$/.exec(c.req.query(name) ?? '')?.[0] ?? null
  return {
    group: groups.find(group => group === c.req.query('etat')) ?? 'running',
    service: number('service'),
    measure: number('mesure'),
    words: wordsOf(c.req.query('q') ?? ''),
  }
}
// oxlint-disable-next-line no-control-regex
const wordsOf = (typed: string) =>
  typed
    .toWellFormed()
    .replace(/[\u0000-\u001f]/g, ' ')
    .trim()
    .slice(0, 200)
