import { emptyForm, type Form, refuseField, type Submission } from '#kernel/forms'
import { agent, anyone, conflict, forbidden, notFound, page, redirect, router, submitted } from '#kernel/http'
import { deliberate, foundAgreement, leave, type NewVersion, writeVersion } from '../acts/agree.ts'
import { AgreementForm, DeliberationForm, DepartureForm } from '../forms.ts'
import { AgreementPage, type AgreementProps } from '../pages/AgreementPage.tsx'
import { AgreementsPage } from '../pages/AgreementsPage.tsx'
import { VersionFormPage } from '../pages/VersionFormPage.tsx'
import { yearsOf } from '../queries/accounts.ts'
import {
  type Agreement,
  agreementById,
  agreementsOf,
  awaitsUs,
  bodiesHere,
  type BodyName,
  type Convention,
  departuresOf,
} from '../queries/conventions.ts'
import { itemsOf } from '../queries/items.ts'
import { earliestLeave, type Key, type Terms } from '../rules/terms.ts'
import type { Request, Tables } from '../schema.ts'
import { agreementPath, home, runs } from '../where.ts'
import { names, param, said } from './shared.tsx'

/** Agreements between communes: proposed, deliberated by each, changed by a new version, left after notice. */
export const agreementRoutes = router<Tables>()
  .get(`${home}/conventions`, anyone, async c =>
    page(c, <AgreementsPage {...said(c)} agreements={await agreementsOf(c.var)} runs={await runs(c.var)} />),
  )
  .get(`${home}/conventions/nouvelle`, agent, async c => versionForm(c, null, emptyForm(AgreementForm, usual(c.var.today, c.var.body.id))))
  .post(`${home}/conventions`, agent, async c => {
    const sent = await readVersion(c, null)
    if (!sent.form.ok || !sent.version) return versionForm(c, null, sent.form, 422)
    return redirect(c, agreementPath(await foundAgreement(c.var, sent.version)))
  })

  .get(`${home}/conventions/:sharedAgreement`, anyone, async c => {
    const agreement = await agreementById(c.var, Number(param(c, 'sharedAgreement')))
    return agreement ? agreementPage(c, agreement, agreement.inForce ?? agreement.latest) : notFound(c)
  })
  .get(`${home}/conventions/:sharedAgreement/versions/nouvelle`, agent, async c => {
    const agreement = await agreementById(c.var, Number(param(c, 'sharedAgreement')))
    return agreement ? versionForm(c, agreement, emptyForm(AgreementForm, typed(agreement.latest, c.var.body.id))) : notFound(c)
  })
  .get(`${home}/conventions/:sharedAgreement/versions/:sharedVersion`, anyone, async c => {
    const agreement = await agreementById(c.var, Number(param(c, 'sharedAgreement')))
    const version = agreement?.versions.find(one => String(one.number) === param(c, 'sharedVersion'))
    return agreement && version ? agreementPage(c, agreement, version) : notFound(c)
  })
  .post(`${home}/conventions/:sharedAgreement/versions`, agent, async c => {
    const agreement = await agreementById(c.var, Number(param(c, 'sharedAgreement')))
    if (!agreement) return notFound(c)
    const sent = await readVersion(c, agreement)
    if (!sent.form.ok || !sent.version) return versionForm(c, agreement, sent.form, 422)
    await writeVersion(c.var, agreement.id, sent.version)
    return redirect(c, `${agreementPath(agreement.id)}/versions/${agreement.latest.number + 1}`)
  })
  .post(`${home}/conventions/:sharedAgreement/versions/:sharedVersion/deliberation`, agent, async c => {
    const agreement = await agreementById(c.var, Number(param(c, 'sharedAgreement')))
    const version = agreement?.versions.find(one => String(one.number) === param(c, 'sharedVersion'))
    if (!agreement || !version) return notFound(c)
    const form = await submitted(c, DeliberationForm)
    if (!form.ok) return agreementPage(c, agreement, version, { deliberation: form }, 422)
    const { t } = said(c)
    if (form.value.heldOn > c.var.today)
      return agreementPage(c, agreement, version, { deliberation: refuseField(form, 'heldOn', t('agreement.future')) }, 422)
    const verdict = await deliberate(c.var, version, form.value)
    if (!verdict.ok) return conflict(c, t(`agreement.refused.${verdict.because}`))
    return redirect(c, `${agreementPath(agreement.id)}/versions/${version.number}`)
  })
  .post(`${home}/conventions/:sharedAgreement/depart`, agent, async c => {
    const agreement = await agreementById(c.var, Number(param(c, 'sharedAgreement')))
    if (!agreement) return notFound(c)
    const form = await submitted(c, DepartureForm)
    const version = agreement.inForce ?? agreement.latest
    if (!form.ok) return agreementPage(c, agreement, version, { departure: form }, 422)
    const { t } = said(c)
    const verdict = await leave(c.var, agreement, form.value)
    if (verdict.ok) return redirect(c, agreementPath(agreement.id))
    if (verdict.because === 'not-member') return forbidden(c, t('agreement.refused.not-member'))
    if (verdict.because === 'already') return conflict(c, t('agreement.refused.already'))
    return agreementPage(c, agreement, version, { departure: refuseField(form, 'leavesOn', t('agreement.refused.too-early')) }, 422)
  })

const usual = (today: string, body: number) => ({
  startsOn: `${Number(today.slice(0, 4)) + 1}-01-01`,
  endsOn: `${Number(today.slice(0, 4)) + 5}-12-31`,
  use: '70',
  population: '30',
  equal: '0',
  lead: String(body),
  noticeMonths: '6',
  contestDays: '30',
  instalments: '2',
})
const typed = ({ title, startsOn, endsOn, terms }: Convention, body: number) => ({
  title,
  startsOn,
  endsOn,
  use: String(terms.key.use / 10),
  population: String(terms.key.population / 10),
  equal: String(terms.key.equal / 10),
  itemKeys: Object.entries(terms.itemKeys)
    .map(([id, key]) => `${id} : ${key.use / 10}/${key.population / 10}/${key.equal / 10}`)
    .join('\n'),
  lead: String(terms.lead),
  noticeMonths: String(terms.noticeMonths),
  contestDays: String(terms.contestDays),
  instalments: String(terms.instalments),
  keeping: terms.keeping,
  insurance: terms.insurance,
  leaving: terms.leaving,
  settledBy: terms.settledBy,
  populationOn: terms.members[0]?.populationOn ?? '',
  populationSource: terms.members[0]?.populationSource ?? '',
  members: terms.members.filter(one => one.body !== body).map(one => String(one.body)),
})

/** « 12 : 50/30/20 » a line. Null when one cannot be read, or does not make a hundred. */
const readKeys = (text: string): Readonly<Record<string, Key>> | null => {
  const keys: Record<string, Key> = {}
  for (const line of text.split('\n').filter(one => one.trim() !== '')) {
    const read = /^\s*(\d{1,18})\s*:\s*(\d{1,3})\s*\/\s*(\d{1,3})\s*\/\s*(\d{1,3})\s*$/.exec(line)
    const [use = 0, population = 0, equal = 0] = (read?.slice(2) ?? []).map(Number)
    if (!read || use + population + equal !== 100) return null
    keys[read[1]!] = { use: use * 10, population: population * 10, equal: equal * 10 }
  }
  return keys
}

const readVersion = async (
  c: Request,
  agreement: Agreement | null,
): Promise<{ readonly form: Submission<AgreementForm>; readonly version: NewVersion | null }> => {
  const { t } = said(c)
  const form = await submitted(c, AgreementForm)
  if (!form.ok) return { form: form.errors.members ? refuseField(form, 'members', t('version.membersNeeded')) : form, version: null }
  const { value } = form
  const chosen = [...new Set([c.var.body.id, ...value.members])]
  const bodies = (await bodiesHere(c.var)).filter(one => chosen.includes(one.id))
  const itemKeys = readKeys(value.itemKeys)
  const wrong = (field: Extract<keyof AgreementForm, string>, message: string) => ({
    form: refuseField(form, field, message),
    version: null,
  })
  if (bodies.length < 2) return wrong('members', t('version.membersNeeded'))
  if (value.endsOn <= value.startsOn) return wrong('endsOn', t('version.datesWrong'))
  if (value.use + value.population + value.equal !== 100) return wrong('use', t('version.keyWrong'))
  if (itemKeys === null) return wrong('itemKeys', t('version.itemKeysWrong'))
  if (!bodies.some(one => one.id === value.lead)) return wrong('lead', t('version.leadWrong'))
  if (agreement) {
    const gone = await departuresOf(c.var, agreement.id)
    const missing = (agreement.inForce ?? agreement.latest).terms.members.filter(
      one => !bodies.some(({ id }) => id === one.body) && !gone.some(({ body }) => body === one.body),
    )
    if (missing.length > 0) return wrong('members', t('version.memberLeftOut'))
  }
  const terms: Terms = {
    members: bodies
      .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
      .map(({ id, slug, name, population }) => ({
        body: id,
        slug,
        name,
        population: population ?? 0,
        populationOn: value.populationOn,
        populationSource: value.populationSource,
      })),
    key: { use: value.use * 10, population: value.population * 10, equal: value.equal * 10 },
    itemKeys,
    lead: value.lead,
    noticeMonths: value.noticeMonths,
    contestDays: value.contestDays,
    instalments: value.instalments,
    keeping: value.keeping,
    insurance: value.insurance,
    leaving: value.leaving,
    settledBy: value.settledBy,
  }
  const { title, startsOn, endsOn, because } = value
  return { form, version: { title, startsOn, endsOn, because, terms } }
}

const versionForm = async (c: Request, agreement: Agreement | null, form: Form<AgreementForm>, status: 200 | 422 = 200) => {
  const bodies = await bodiesHere(c.var)
  const own: BodyName = bodies.find(one => one.id === c.var.body.id) ?? {
    id: c.var.body.id,
    slug: c.var.body.slug,
    name: c.var.body.name,
    population: null,
  }
  return page(
    c,
    <VersionFormPage
      {...said(c)}
      form={form}
      agreement={agreement?.id ?? null}
      own={own}
      others={bodies.filter(one => one.id !== own.id)}
    />,
    status,
  )
}

const agreementPage = async (
  c: Request,
  agreement: Agreement,
  version: Convention,
  more: Partial<AgreementProps> = {},
  status: 200 | 422 = 200,
) => {
  const isRunning = await runs(c.var)
  const departures = await departuresOf(c.var, agreement.id)
  const own = version.terms.members.some(one => one.body === c.var.body.id) && !departures.some(one => one.body === c.var.body.id)
  return page(
    c,
    <AgreementPage
      {...said(c)}
      agreement={agreement}
      version={version}
      names={await names(c)}
      items={(await itemsOf(c.var)).filter(one => one.agreement === agreement.id)}
      departures={departures}
      years={await yearsOf(c.var, agreement)}
      body={c.var.body.id}
      bodyName={c.var.body.name}
      runs={isRunning}
      awaits={isRunning && agreement.latest.id === version.id && awaitsUs(version, c.var.body.id)}
      earliestLeave={agreement.inForce?.id === version.id && own ? earliestLeave(c.var.today, version.terms.noticeMonths) : null}
      {...more}
    />,
    status,
  )
}
