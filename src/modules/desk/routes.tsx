import { pathOfCode } from '#engines/paper'
import { addDays } from '#kernel/rules'
import { seenBy, startActing, stopActing } from '#kernel/auth'
import { isConflict, sql } from '#kernel/db'
import { emptyForm, refuseField } from '#kernel/forms'
import {
  agent,
  type C,
  conflict,
  deskHand,
  either,
  notFound,
  page,
  power,
  redirect,
  resident,
  router,
  signedIn,
  submitted,
} from '#kernel/http'
import { record } from '#kernel/journal'
import { addPerson, recordResidence } from '#kernel/people'
import type { KernelTables } from '#kernel/service'
import { askLetter } from '#modules/accounts'
import { FormCode, GiveEmail, MergeInto, NewEntry, NewGuardian, NewPerson } from './forms.ts'
import { words } from './locales/index.ts'
import { DeskPage, KeyingPage } from './pages/deskPage.tsx'
import { NewGuardianPage } from './pages/guardianPages.tsx'
import { MergedPage, MergePage } from './pages/mergePages.tsx'
import { DeskPersonPage, type DeskPersonProps, NewPersonPage } from './pages/personPages.tsx'
import { TodayPage } from './pages/todayPage.tsx'
import { beginEntry, endEntries, keyedOn } from './queries/entries.ts'
import { deskPerson, duplicatesOf, giveEmail, guardiansOf, peopleLike } from './queries/people.ts'
import { canKeyFor, canMerge, mayBeGivenAccount } from './rules.ts'
import type { DeskTables } from './schema.ts'

type Here = C<DeskTables & KernelTables>
/** Whoever holds the pen for someone just now. */
const keying = power('keying', actor => actor.onBehalf !== null)
const file = ':deskPerson{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}'

export const routes = router<DeskTables>()
  .get('/guichet', either(deskHand, keying), async c => desk(c))
  .post('/guichet/formulaire', either(deskHand, keying), async c => {
    const form = await submitted(c, FormCode)
    if (!form.ok) return desk(c, form, 422)
    const found = await pathOfCode(c.var, form.value.code)
    if (!found) return desk(c, refuseField(form, 'code', words(c.var.locale)('desk.codeUnknown')), 422)
    // A sheet that bears no name is keyed in for nobody: its own screen says so at the end of its address.
    if (!c.var.actor.onBehalf) return redirect(c, found.path.endsWith('/saisie') ? found.path : `/guichet?code=${found.code}`)
    const { sessionId } = seenBy(c)
    const { keyedBy, channel } = c.var.actor.onBehalf
    if (sessionId)
      await startActing(c.var.db, c.var.body.id, { sessionId, keyedBy, personId: signedIn(c).personId, channel, form: found.code })
    return redirect(c, found.path)
  })
  .post('/guichet/fin', resident, async c => {
    const { sessionId } = seenBy(c)
    const { onBehalf } = c.var.actor
    if (!onBehalf || !sessionId) return redirect(c, '/')
    await journal(c, onBehalf.channel === 'guardian' ? 'guardian.ended' : 'desk.ended', signedIn(c).personId)
    await endEntries(c.var.db, c.var.body.id, onBehalf.keyedBy, c.var.now)
    await stopActing(c.var.db, sessionId)
    return redirect(c, onBehalf.channel === 'guardian' ? '/compte/proches' : '/guichet')
  })
  .get('/guichet/saisies', deskHand, async c =>
    page(
      c,
      <TodayPage
        t={words(c.var.locale)}
        locale={c.var.locale}
        acts={await keyedOn(c.var.db, c.var.body.id, signedIn(c).personId, c.var.today)}
      />,
    ),
  )
  .get('/guichet/personnes/nouvelle', deskHand, c =>
    page(
      c,
      <NewPersonPage
        t={words(c.var.locale)}
        form={emptyForm(NewPerson, { name: (c.req.query('nom') ?? '').slice(0, 80) })}
        alike={[]}
        kept={keptCode(c)}
      />,
    ),
  )
  .post('/guichet/personnes/nouvelle', deskHand, async c => {
    const form = await submitted(c, NewPerson)
    const code = [form.values.code ?? ''].flat()[0] ?? ''
    if (!form.ok) return page(c, <NewPersonPage t={words(c.var.locale)} form={form} alike={[]} kept={code || null} />, 422)
    const { name, postalAddress, birthDate, someoneElse } = form.value
    const alike = someoneElse ? [] : await duplicatesOf(c.var.db, { name, address: postalAddress })
    if (alike.length > 0) return page(c, <NewPersonPage t={words(c.var.locale)} form={form} alike={alike} kept={code || null} />, 422)

    const id = await addPerson(c.var.db, c.var.body.id, { name, postalAddress, birthDate: birthDate ?? null })
    await journal(c, 'desk.personAdded', id)
    return redirect(c, `/guichet/personnes/${id}${code ? `?code=${encodeURIComponent(code)}` : ''}`)
  })
  .get(`/guichet/personnes/${file}`, deskHand, async c => {
    const props = await personProps(c)
    return props ? page(c, <DeskPersonPage {...props} />) : notFound(c)
  })
  .post(`/guichet/personnes/${file}/saisie`, deskHand, async c => {
    const props = await personProps(c)
    const { sessionId } = seenBy(c)
    if (!props || !sessionId) return notFound(c)
    const t = words(c.var.locale)
    const form = await submitted(c, NewEntry)
    if (!form.ok) return page(c, <DeskPersonPage {...props} entry={form} />, 422)
    const { personId } = signedIn(c)
    const verdict = canKeyFor({ hand: personId, person: props.person.id, gone: props.person.gone })
    if (!verdict.ok) return conflict(c, t(`person.${verdict.because}`))
    const found = form.value.code ? await pathOfCode(c.var, form.value.code) : null
    if (form.value.code && !found)
      return page(c, <DeskPersonPage {...props} entry={refuseField(form, 'code', t('desk.codeUnknown'))} />, 422)

    const entry = { keyedBy: personId, channel: form.value.channel, form: found?.code ?? null }
    await beginEntry(c.var.db, c.var.body.id, { ...entry, person: props.person.id, now: c.var.now })
    await startActing(c.var.db, c.var.body.id, { ...entry, sessionId, personId: props.person.id })
    await journal(c, 'desk.began', props.person.id, { channel: entry.channel, form: entry.form })
    return redirect(c, found?.path ?? '/guichet')
  })
  .post(`/guichet/personnes/${file}/justificatif`, agent, async c => {
    const props = await personProps(c)
    if (!props || props.person.gone) return notFound(c)
    if (!props.person.verified) {
      await recordResidence(c.var.db, c.var.body.id, {
        personId: props.person.id,
        proof: 'document-seen',
        since: c.var.today,
        address: props.person.postalAddress,
        recordedBy: signedIn(c).personId,
      })
      await journal(c, 'residence.verified', props.person.id, { proof: 'document-seen' })
    }
    return redirect(c, `/guichet/personnes/${props.person.id}`)
  })
  .post(`/guichet/personnes/${file}/lettre`, agent, async c => {
    const props = await personProps(c)
    if (!props || !mayBeGivenAccount(props.person) || !props.person.postalAddress) return notFound(c)
    await askLetter(c.var, {
      person: props.person.id,
      purpose: 'account',
      address: props.person.postalAddress,
      askedBy: signedIn(c).personId,
    })
    await journal(c, 'account.letterAsked', props.person.id)
    return redirect(c, `/guichet/personnes/${props.person.id}?lettre=demandee`)
  })
  .post(`/guichet/personnes/${file}/adresse`, agent, async c => {
    const props = await personProps(c)
    if (!props || !mayBeGivenAccount(props.person)) return notFound(c)
    const form = await submitted(c, GiveEmail)
    if (!form.ok) return page(c, <DeskPersonPage {...props} emailForm={form} />, 422)
    await sql`savepoint address`.execute(c.var.db)
    try {
      await giveEmail(c.var.db, props.person.id, form.value.email)
    } catch (error) {
      if (!isConflict(error)) throw error
      await sql`rollback to savepoint address`.execute(c.var.db)
      return page(c, <DeskPersonPage {...props} emailForm={refuseField(form, 'email', words(c.var.locale)('person.emailTaken'))} />, 422)
    }
    await journal(c, 'account.addressGiven', props.person.id)
    return redirect(c, `/guichet/personnes/${props.person.id}`)
  })
  .get(`/guichet/personnes/${file}/responsables`, agent, async c => newGuardian(c))
  .post(`/guichet/personnes/${file}/responsables`, agent, async c => {
    const props = await personProps(c)
    if (!props || props.person.gone) return notFound(c)
    const t = words(c.var.locale)
    const form = await submitted(c, NewGuardian)
    if (!form.ok) return newGuardian(c, form, 422)
    const { guardian, kind, until = null } = form.value
    if (guardian === props.person.id) return newGuardian(c, refuseField(form, 'guardian', t('guardians.same')), 422)
    if (props.guardians.some(one => one.guardianId === guardian))
      return newGuardian(c, refuseField(form, 'guardian', t('guardians.already')), 422)
    const other = await deskPerson(c.var.db, c.var.body.id, guardian, c.var.today)
    if (!other || other.gone) return notFound(c)
    await c.var.db
      .insertInto('kernel.guardianship')
      .values({ guardian_id: guardian, ward_id: props.person.id, kind, since: c.var.today, until })
      .execute()
    await journal(c, 'guardian.recorded', props.person.id, { guardian, kind, until })
    return redirect(c, `/guichet/personnes/${props.person.id}`)
  })
  .post(`/guichet/personnes/${file}/responsables/fin`, agent, async c => {
    const props = await personProps(c)
    const { id } = await c.req.parseBody()
    const held = props?.guardians.find(one => one.id === id)
    if (!props || !held) return notFound(c)
    await c.var.db
      .updateTable('kernel.guardianship')
      .set({ until: addDays(c.var.today, -1) })
      .where('id', '=', held.id)
      .execute()
    await journal(c, 'guardian.removed', props.person.id, { guardian: held.guardianId })
    return redirect(c, `/guichet/personnes/${props.person.id}`)
  })
  .get(`/guichet/personnes/${file}/reunion`, agent, async c => merge(c))
  .post(`/guichet/personnes/${file}/reunion`, agent, async c => {
    const props = await personProps(c)
    if (!props || props.person.gone) return notFound(c)
    const t = words(c.var.locale)
    const form = await submitted(c, MergeInto)
    if (!form.ok) return merge(c, form, null, 422)
    const verdict = canMerge({ kept: props.person.id, removed: form.value.removed })
    if (!verdict.ok) return merge(c, form, t(`merge.${verdict.because}`), 409)
    const removed = await deskPerson(c.var.db, c.var.body.id, form.value.removed, c.var.today)
    if (!removed || removed.gone) return notFound(c)
    const { rows } = await sql<{ done: { moved?: number; doubled?: number; refused?: 'holds-an-office' | 'has-an-account' } }>`
      select desk.merge_people(${props.person.id}, ${removed.id}) as done`.execute(c.var.db)
    const { moved = 0, doubled = 0, refused } = rows[0]!.done
    if (refused) return merge(c, form, t(`merge.${refused}`), 409)
    await c.var.db
      .insertInto('desk.merge')
      .values({
        body_id: c.var.body.id,
        kept_id: props.person.id,
        removed_id: removed.id,
        merged_by: signedIn(c).personId,
        merged_at: c.var.now,
        moved,
        doubled,
      })
      .execute()
    await journal(c, 'person.merged', props.person.id, { removed: removed.id, moved, doubled })
    return page(c, <MergedPage t={t} kept={props.person} moved={moved} doubled={doubled} />)
  })

const desk = async (c: Here, form = emptyForm(FormCode), status: 200 | 422 = 200) => {
  const t = words(c.var.locale)
  const { actor } = c.var
  if (actor.onBehalf) return page(c, <KeyingPage t={t} name={actor.name} form={form} />, status)
  const typed = typedName(c)
  const found = typed.length > 1 ? await peopleLike(c.var.db, { name: typed }) : null
  return page(c, <DeskPage t={t} typed={typed} found={found} form={form} kept={keptCode(c)} agent={actor.roles.has('agent')} />, status)
}

const personProps = async (c: Here): Promise<DeskPersonProps | null> => {
  const person = await deskPerson(c.var.db, c.var.body.id, c.req.param('deskPerson') ?? '', c.var.today)
  if (!person) return null
  return {
    t: words(c.var.locale),
    person,
    entry: emptyForm(NewEntry, { channel: keptCode(c) ? 'paper' : '', code: keptCode(c) ?? '' }),
    emailForm: emptyForm(GiveEmail, { email: person.email ?? '' }),
    agent: c.var.actor.roles.has('agent'),
    letterAsked: c.req.query('lettre') === 'demandee',
    locale: c.var.locale,
    guardians: await guardiansOf(c.var.db, person.id, c.var.today),
  }
}

const newGuardian = async (
  c: Here,
  form: Parameters<typeof NewGuardianPage>[0]['form'] = emptyForm(NewGuardian),
  status: 200 | 422 = 200,
) => {
  const props = await personProps(c)
  if (!props || props.person.gone) return notFound(c)
  const typed = typedName(c)
  const found = typed.length > 1 ? (await peopleLike(c.var.db, { name: typed })).filter(one => one.id !== props.person.id) : []
  return page(c, <NewGuardianPage t={words(c.var.locale)} person={props.person} typed={typed} found={found} form={form} />, status)
}

const merge = async (
  c: Here,
  form: Parameters<typeof MergePage>[0]['form'] = emptyForm(MergeInto),
  refusal: string | null = null,
  status: 200 | 409 | 422 = 200,
) => {
  const props = await personProps(c)
  if (!props || props.person.gone) return notFound(c)
  const alike = (await peopleLike(c.var.db, { name: props.person.name })).filter(person => person.id !== props.person.id)
  return page(c, <MergePage t={words(c.var.locale)} kept={props.person} alike={alike} form={form} refusal={refusal} />, status)
}

const typedName = (c: Here) => (c.req.query('nom') ?? '').toWellFormed().replaceAll('\0', '').trim().slice(0, 80)
const keptCode = (c: Here) => (/^[0-9A-Z]{6}$/.test(c.req.query('code') ?? '') ? c.req.query('code')! : null)
const journal = (c: Here, event: string, person: string, content: Record<string, unknown> = {}) =>
  record(c.var, event, { subject: `person:${person}`, content })
