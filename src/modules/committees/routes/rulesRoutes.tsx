import { type Assembly, changeCharter, charterVersions, foundingCharter, meetingsWorld } from '#engines/meetings'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, page, redirect, router, type Routes, submitted } from '#kernel/http'
import { personNames } from '#kernel/people'
import { charterTyped, typedFrom } from '../charterForm.ts'
import { RulesForm } from '../forms.ts'
import { register, type Request, withCommittee } from '../here.ts'
import { words } from '../locales/index.ts'
import { modelNamed } from '../models.ts'
import { RulesFormPage } from '../pages/RulesFormPage.tsx'
import { RulesPage } from '../pages/RulesPage.tsx'
import { type Committee, committeeUrl } from '../committee.ts'
import { seatsOf } from '../queries/seats.ts'
import { charterFaults } from '../rules/charterFaults.ts'
import type { Tables } from '../schema.ts'

/** The rules of a committee, read by anyone, changed by the town hall with a day and a reason. */
export const rulesRoutes: Routes = router<Tables>()
  .get('/comites/:committee/regles', anyone, withCommittee(rulesPage))

  .get(
    '/comites/:committee/regles/modification',
    register,
    withCommittee(async (c, committee, assembly) => {
      const model = modelNamed(c.req.query('modele') ?? '')
      return formPage(c, committee, emptyForm(RulesForm, { ...typedFrom(model?.charter ?? assembly.charter), since: c.var.today }))
    }),
  )

  .post(
    '/comites/:committee/regles/modification',
    register,
    withCommittee(async (c, committee, assembly) => {
      const form = await submitted(c, RulesForm)
      const t = words(c.var.locale)
      if (!form.ok) return formPage(c, committee, form, 422)
      if (form.value.since < c.var.today) return formPage(c, committee, refuseField(form, 'since', t('rules.form.sincePast')), 422)
      const charter = charterTyped(form.value)
      const seats = await seatsOf(c.var, committee.id)
      const count = (college: string) => seats.filter(seat => seat.college === college).length
      const [fault] = charterFaults(charter, { users: count('users'), agents: count('agents'), elected: count('elected') })
      if (fault) return formPage(c, committee, refuseField(form, fault.field, t(`fault.${fault.because}`)), 422)
      const { since, reason, source } = form.value
      await changeCharter(meetingsWorld(c.var), assembly, { charter, since, reason, source })
      return redirect(c, committeeUrl(committee.id, '/regles'))
    }),
  )

async function rulesPage(c: Request, committee: Committee, assembly: Assembly) {
  const { locale, today, actor } = c.var
  const versions = await charterVersions(meetingsWorld(c.var), assembly.id)
  const names = await personNames(
    c.var.db,
    versions.flatMap(one => (one.changedBy ? [one.changedBy] : [])),
  )
  const props = {
    t: words(locale),
    locale,
    today,
    committee,
    model: modelNamed(committee.model),
    founding: await foundingCharter(meetingsWorld(c.var), assembly.id),
    versions,
    names,
    manages: register.allows(actor),
  }
  return page(c, <RulesPage {...props} />)
}

const formPage = (c: Request, committee: Committee, form: Form<RulesForm>, status: 200 | 422 = 200) =>
  page(c, <RulesFormPage t={words(c.var.locale)} locale={c.var.locale} committee={committee} form={form} />, status)
