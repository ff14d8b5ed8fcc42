import { allow, seenBy, startActing } from '#kernel/auth'
import { sql } from '#kernel/db'
import { emptyForm, refuseField } from '#kernel/forms'
import { type C, conflict, notFound, page, redirect, router, signedIn, submitted, tooMany, townHall } from '#kernel/http'
import { record } from '#kernel/journal'
import { numberAt, participation } from '#kernel/parameters'
import { addPerson, grantRole } from '#kernel/people'
import type { KernelTables } from '#kernel/service'
import { settingsOf } from '#kernel/settings'
import { AskMembership, MembershipAnswer, NewWard, WardChosen } from '../forms.ts'
import { words } from '../locales/index.ts'
import { MembershipRequestsPage, OrganisationsPage } from '../pages/organisationPages.tsx'
import { RelativesPage, type Ward } from '../pages/relativesPage.tsx'
import { ownAccount } from '../powers.ts'
import { membershipRequests, organisationNamed, wardsOf } from '../queries/people.ts'
import { ageOn, type ConsentState, consentState } from '../rules/parentalConsent.ts'
import type { AccountsTables } from '../schema.ts'
import { settings } from '../settings.ts'

type Here = C<AccountsTables & KernelTables>
const majority = 18
const wardsADay = 8

export const relativesRoutes = router<AccountsTables>()
  .get('/compte/proches', ownAccount, async c => relatives(c))
  .post('/compte/proches', ownAccount, async c => {
    const { personId } = signedIn(c)
    const form = await submitted(c, NewWard)
    if (!form.ok) return relatives(c, form, 422)
    const t = words(c.var.locale)
    if (form.value.birthDate > c.var.today) return relatives(c, refuseField(form, 'birthDate', t('relatives.notBorn')), 422)
    if (ageOn(form.value.birthDate, c.var.today) >= majority)
      return relatives(c, refuseField(form, 'birthDate', t('relatives.notMinor')), 422)
    // Each child declared can support and vote: a household, not a crowd.
    if (!(await allow(c.var.db, `ward:${personId}`, 86_400, wardsADay))) return tooMany(c)
    const ward = await addPerson(c.var.db, c.var.body.id, { name: form.value.name, birthDate: form.value.birthDate })
    await c.var.db
      .insertInto('kernel.guardianship')
      .values({ guardian_id: personId, ward_id: ward, kind: 'parent', since: c.var.today, until: null })
      .execute()
    await consent(c, ward, personId)
    await journal(c, 'ward.declared', ward)
    return redirect(c, '/compte/proches')
  })
  .post('/compte/proches/accord', ownAccount, async c => {
    const ward = await chosenWard(c)
    if (!ward) return notFound(c)
    if (!ward.consented) await consent(c, ward.wardId, signedIn(c).personId)
    return redirect(c, '/compte/proches')
  })
  .post('/compte/proches/accord/retrait', ownAccount, async c => {
    const ward = await chosenWard(c)
    if (!ward) return notFound(c)
    await c.var.db
      .updateTable('accounts.consent')
      .set({ withdrawn_at: c.var.now })
      .where('body_id', '=', c.var.body.id)
      .where('ward_id', '=', ward.wardId)
      .where('guardian_id', '=', signedIn(c).personId)
      .where('withdrawn_at', 'is', null)
      .execute()
    await journal(c, 'consent.withdrawn', ward.wardId)
    return redirect(c, '/compte/proches')
  })
  .post('/compte/proches/agir', ownAccount, async c => {
    const ward = await chosenWard(c)
    const { sessionId } = seenBy(c)
    if (!ward || !sessionId) return notFound(c)
    const state = await consentOf(c, ward.wardId)
    if (state.state === 'missing') return conflict(c, words(c.var.locale)('relatives.needsConsent'))
    await startActing(c.var.db, c.var.body.id, {
      sessionId,
      keyedBy: signedIn(c).personId,
      personId: ward.wardId,
      channel: 'guardian',
      form: null,
    })
    await journal(c, 'guardian.began', ward.wardId)
    return redirect(c, '/')
  })
  .get('/compte/organisations', ownAccount, async c => organisations(c))
  .post('/compte/organisations', ownAccount, async c => {
    const { personId } = signedIn(c)
    const form = await submitted(c, AskMembership)
    if (!form.ok) return organisations(c, form, 422)
    await c.var.db
      .insertInto('accounts.membership_request')
      .values({
        body_id: c.var.body.id,
        person_id: personId,
        organisation_name: form.value.organisation,
        kind: form.value.kind,
        title: form.value.title || null,
        asked_at: c.var.now,
        answered_by: null,
        answered_at: null,
        accepted: null,
      })
      .execute()
    await journal(c, 'membership.asked', personId)
    return redirect(c, '/compte/organisations')
  })
  .get('/organisations/demandes', townHall, async c =>
    page(c, <MembershipRequestsPage t={words(c.var.locale)} requests={await membershipRequests(c.var.db, c.var.body.id, 'waiting')} />),
  )
  .post('/organisations/demandes', townHall, async c => {
    const form = await submitted(c, MembershipAnswer)
    if (!form.ok) return notFound(c)
    const request = (await membershipRequests(c.var.db, c.var.body.id, 'waiting')).find(one => one.id === form.value.request)
    if (!request) return notFound(c)
    const { personId } = signedIn(c)
    const accepted = form.value.answer === 'accepted'
    await c.var.db
      .updateTable('accounts.membership_request')
      .set({ answered_by: personId, answered_at: c.var.now, accepted })
      .where('body_id', '=', c.var.body.id)
      .where('id', '=', request.id)
      .execute()
    if (accepted) {
      const organisationId = await organisationNamed(c.var.db, c.var.body.id, request.organisation, request.kind)
      await grantRole(c.var.db, c.var.body.id, {
        personId: request.personId,
        role: 'member',
        organisationId,
        title: request.title,
        since: c.var.today,
        grantedBy: personId,
      })
    }
    await journal(c, accepted ? 'membership.accepted' : 'membership.refused', request.personId)
    return redirect(c, '/organisations/demandes')
  })

const relatives = async (c: Here, form: Parameters<typeof RelativesPage>[0]['form'] = emptyForm(NewWard), status: 200 | 422 = 200) => {
  const wards: Ward[] = []
  for (const ward of await wardsOf(c.var.db, c.var.body.id, signedIn(c).personId, c.var.today)) {
    const { state, missing } = await consentOf(c, ward.wardId)
    wards.push({ ...ward, state, missing: missing.length })
  }
  const age = numberAt(participation, 'account.consent-age', c.var.today)
  return page(c, <RelativesPage t={words(c.var.locale)} wards={wards} form={form} age={age} refusal={null} />, status)
}

const organisations = async (
  c: Here,
  form: Parameters<typeof OrganisationsPage>[0]['form'] = emptyForm(AskMembership),
  status: 200 | 422 = 200,
) =>
  page(
    c,
    <OrganisationsPage
      t={words(c.var.locale)}
      requests={await membershipRequests(c.var.db, c.var.body.id, { person: signedIn(c).personId })}
      form={form}
    />,
    status,
  )

const chosenWard = async (c: Here) => {
  const form = await submitted(c, WardChosen)
  if (!form.ok) return null
  return (await wardsOf(c.var.db, c.var.body.id, signedIn(c).personId, c.var.today)).find(ward => ward.wardId === form.value.ward) ?? null
}

const consentOf = async (c: Here, ward: string): Promise<ConsentState> => {
  const { rows } = await sql<{
    facts: { birthDate: string | null; guardians: string[]; consents: string[] } | null
  }>`select accounts.consent_facts(${ward}) as facts`.execute(c.var.db)
  const { everyParentAgrees } = await settingsOf(c.var, 'accounts', settings)
  const facts = rows[0]?.facts ?? { birthDate: null, guardians: [], consents: [] }
  return consentState({
    ...facts,
    today: c.var.today,
    consentAge: numberAt(participation, 'account.consent-age', c.var.today),
    parentsAsked: everyParentAgrees ? 'all' : 'one',
  })
}

const consent = (c: Here, ward: string, guardian: string) =>
  c.var.db
    .insertInto('accounts.consent')
    .values({ body_id: c.var.body.id, ward_id: ward, guardian_id: guardian, given_at: c.var.now, withdrawn_at: null })
    .execute()

const journal = (c: Here, event: string, person: string) => record(c.var, event, { subject: `person:${person}` })
