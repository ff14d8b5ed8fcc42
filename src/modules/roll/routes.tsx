import { emptyForm, type Form, type FormValues, refuseField } from '#kernel/forms'
import { agent, anyone, type C, conflict, json, notFound, page, pageOf, redirect, router, signedIn, submitted } from '#kernel/http'
import { rulesApi } from './api.ts'
import { ProofForm, RuleForm, WithdrawForm } from './forms.ts'
import { words } from './locales/index.ts'
import { RollPage } from './pages/RollPage.tsx'
import { RuleFormPage } from './pages/RuleFormPage.tsx'
import { RulePage } from './pages/RulePage.tsx'
import { PersonProofsPage, ProofsPage } from './pages/ProofPages.tsx'
import { electoralRegisterAt } from './parameters.ts'
import { factsOf } from './queries/facts.ts'
import { knownPerson, peopleNamed, proofsOf, recordProof, withdrawProof } from './queries/proofs.ts'
import { addRule, correctRule, publishRule, type Rule, ruleById, rulesOf, withdrawRule } from './queries/rollRules.ts'
import { standingUnder } from './rules/standing.ts'
import type { RollTables, Tables } from './schema.ts'

type Here = C<Tables>
const base = '/liste-de-participation'
const person = ':provenPerson{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}'

export const routes = router<RollTables>()
  .get(base, anyone, async c => {
    const { db, body, actor, today, locale } = c.var
    const asked = pageOf(c)
    const isAgent = agent.allows(actor)
    const rules = await rulesOf(db, body.id, { drafts: isAgent }, { size: asked.size + 1, start: asked.start })
    const known = actor.personId === null ? null : await factsOf(c.var, actor.personId)
    return page(
      c,
      <RollPage
        {...{ t: words(locale), isAgent, isSignedIn: known !== null, register: electoralRegisterAt(today) }}
        rules={rules.slice(0, asked.size).map(rule => ({ ...rule, standing: standingUnder(rule, known) }))}
        pageNumber={asked.number}
        hasMore={rules.length > asked.size}
      />,
    )
  })
  .api('/api/v1/participation-rules', rulesApi, async c => {
    const asked = pageOf(c, 100)
    const rules = await rulesOf(c.var.db, c.var.body.id, { drafts: false }, { size: asked.size + 1, start: asked.start })
    return json(c, {
      page: asked.number,
      hasMore: rules.length > asked.size,
      rules: rules.slice(0, asked.size).map(rule => ({ ...rule, url: `${c.var.url}${base}/${rule.id}` })),
    })
  })

  .get(`${base}/nouvelle`, agent, async c => {
    const model = /^\d{1,18}$/.test(c.req.query('modele') ?? '') ? await ruleById(c.var.db, c.var.body.id, c.req.query('modele')!) : null
    const values: FormValues = model ? typedAgain(model) : { residence: 'verified', minimumAge: '16' }
    return page(c, <RuleFormPage t={words(c.var.locale)} rule={null} form={emptyForm(RuleForm, values)} />)
  })
  .post(`${base}/regles`, agent, async c => {
    const form = await submitted(c, RuleForm)
    if (!form.ok) return page(c, <RuleFormPage t={words(c.var.locale)} rule={null} form={form} />, 422)
    return redirect(c, `${base}/${await addRule(c.var, form.value)}`)
  })

  .get(`${base}/preuves`, agent, async c => {
    const typed = (c.req.query('nom') ?? '').toWellFormed().replaceAll('\0', '').trim().slice(0, 80)
    const found = typed.length > 1 ? await peopleNamed(c.var, typed) : null
    return page(c, <ProofsPage t={words(c.var.locale)} typed={typed} found={found} />)
  })
  .get(`${base}/preuves/${person}`, agent, async c => proofsPage(c, emptyForm(ProofForm, { kind: 'age', seenOn: c.var.today })))
  .post(`${base}/preuves/${person}`, agent, async c => {
    const found = await knownPerson(c.var, c.req.param('provenPerson')!)
    if (!found) return notFound(c)
    const t = words(c.var.locale)
    const form = await submitted(c, ProofForm)
    if (!form.ok) return proofsPage(c, form, 422)
    if (form.value.kind === 'age' && form.value.atLeastAge === null)
      return proofsPage(c, refuseField(form, 'atLeastAge', t('proof.ageNeeded')), 422)
    if (form.value.seenOn > c.var.today) return proofsPage(c, refuseField(form, 'seenOn', t('proof.future')), 422)
    if (found.id === signedIn(c).personId) return conflict(c, t('proof.self'))
    await recordProof(c.var, { ...form.value, personId: found.id })
    return redirect(c, `${base}/preuves/${found.id}`)
  })
  .post(`${base}/preuves/${person}/retrait`, agent, async c => {
    const found = await knownPerson(c.var, c.req.param('provenPerson')!)
    const asked = (await c.req.parseBody())['proof']
    if (!found || typeof asked !== 'string' || !/^\d{1,18}$/.test(asked)) return notFound(c)
    return (await withdrawProof(c.var, found.id, asked)) ? redirect(c, `${base}/preuves/${found.id}`) : notFound(c)
  })

  .get(`${base}/:rollRule`, anyone, async c => rulePage(c, emptyForm(WithdrawForm)))
  .get(`${base}/:rollRule/correction`, agent, async c => {
    const rule = await readable(c)
    if (!rule) return notFound(c)
    const t = words(c.var.locale)
    if (rule.publishedAt !== null) return conflict(c, t('rule.alreadyPublished'))
    return page(c, <RuleFormPage t={t} rule={rule.id} form={emptyForm(RuleForm, typedAgain(rule))} />)
  })
  .post(`${base}/:rollRule/correction`, agent, async c => {
    const rule = await readable(c)
    if (!rule) return notFound(c)
    const t = words(c.var.locale)
    if (rule.publishedAt !== null) return conflict(c, t('rule.alreadyPublished'))
    const form = await submitted(c, RuleForm)
    if (!form.ok) return page(c, <RuleFormPage t={t} rule={rule.id} form={form} />, 422)
    await correctRule(c.var, rule.id, form.value)
    return redirect(c, `${base}/${rule.id}`)
  })
  .post(`${base}/:rollRule/publication`, agent, async c => {
    const rule = await readable(c)
    if (!rule) return notFound(c)
    if (rule.publishedAt !== null) return conflict(c, words(c.var.locale)('rule.alreadyPublished'))
    await publishRule(c.var, rule.id)
    return redirect(c, `${base}/${rule.id}`)
  })
  .post(`${base}/:rollRule/retrait`, agent, async c => {
    const rule = await readable(c)
    if (!rule) return notFound(c)
    if (rule.publishedAt === null || rule.withdrawnAt !== null) return conflict(c, words(c.var.locale)('rule.notInForce'))
    const form = await submitted(c, WithdrawForm)
    if (!form.ok) return rulePage(c, form, 422)
    await withdrawRule(c.var, rule.id, form.value.because)
    return redirect(c, `${base}/${rule.id}`)
  })

/** The rule asked for, when this reader may read it: drafts are the town hall's. */
const readable = async (c: Here): Promise<Rule | null> => {
  const rule = await ruleById(c.var.db, c.var.body.id, c.req.param('rollRule') ?? '0')
  return rule && (rule.publishedAt !== null || agent.allows(c.var.actor)) ? rule : null
}

const rulePage = async (c: Here, withdraw: Form<WithdrawForm>, status: 200 | 422 = 200) => {
  const rule = await readable(c)
  if (!rule) return notFound(c)
  const { actor, locale } = c.var
  const standing = standingUnder(rule, actor.personId === null ? null : await factsOf(c.var, actor.personId))
  return page(c, <RulePage {...{ t: words(locale), locale, rule, standing, withdraw, isAgent: agent.allows(actor) }} />, status)
}

const proofsPage = async (c: Here, form: Form<ProofForm>, status: 200 | 422 = 200) => {
  const found = await knownPerson(c.var, c.req.param('provenPerson')!)
  if (!found) return notFound(c)
  return page(c, <PersonProofsPage t={words(c.var.locale)} person={found} proofs={await proofsOf(c.var, found.id)} form={form} />, status)
}

const typedAgain = (rule: Rule): FormValues => ({
  name: rule.name,
  explanation: rule.explanation,
  minimumAge: rule.minimumAge === null ? '' : String(rule.minimumAge),
  residence: rule.residence,
  college: rule.college ?? '',
  association: rule.association ? 'oui' : '',
  identity: rule.identity ? 'oui' : '',
  decidedBy: rule.decidedBy,
})
