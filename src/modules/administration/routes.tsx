import { fileResponse, storeFile } from '#kernel/files'
import { emptyForm, refuseField } from '#kernel/forms'
import {
  administrator,
  anyone,
  type C,
  either,
  notFound,
  officer,
  page,
  pageOf,
  redirect,
  router,
  signedIn,
  submitted,
  uploaded,
} from '#kernel/http'
import { record } from '#kernel/journal'
import { grantRole, personNames } from '#kernel/people'
import type { KernelTables, Setting } from '#kernel/service'
import { changeSetting, settingsOf } from '#kernel/settings'
import { checkAccent } from '#kernel/ui'
import { type Control, controlOf, typedValue, writtenValue } from './controls.ts'
import { CommuneIdentity, EndRole, NewRole } from './forms.ts'
import { words } from './locales/index.ts'
import { AssessmentPage, JournalPage, RegisterPage, type RegisterRow } from './pages/auditPages.tsx'
import { CommunePage } from './pages/communePage.tsx'
import { HomePage } from './pages/homePage.tsx'
import { NewRolePage, RolesPage } from './pages/rolesPages.tsx'
import { RoomSettingsPage, SettingsPage } from './pages/settingsPages.tsx'
import { journalLines } from './queries/journal.ts'
import { endRole, otherAdministrators, peopleNamed, roleGiven, rolesGiven, rolesHeld } from './queries/roles.ts'
import { canEnd, canGrant } from './rules.ts'

type Here = C<KernelTables>
const auditor = either(officer, administrator)
const armsPurpose = 'administration.arms'
const largestArms = 200 * 1024

export const routes = router()
  .get('/administration', auditor, c => {
    const { roles } = c.var.actor
    return page(c, <HomePage t={words(c.var.locale)} administrator={roles.has('administrator')} audit />)
  })
  .get('/administration/commune', administrator, async c => commune(c))
  .post('/administration/commune', administrator, async c => {
    const t = words(c.var.locale)
    const form = await submitted(c, CommuneIdentity)
    if (!form.ok) return commune(c, form.errors.accent ? refuseField(form, 'accent', t('commune.notColour')) : form, 422)
    const verdict = form.value.accent ? checkAccent(form.value.accent) : null
    if (verdict && !verdict.ok) {
      const said = t('commune.tooPale', { contrast: Math.floor(verdict.contrast * 10) / 10 })
      return commune(
        c,
        refuseField(form, 'accent', verdict.nearest ? `${said} ${t('commune.nearest', { colour: verdict.nearest })}` : said),
        422,
      )
    }
    const image = await uploaded(c, 'arms')
    const stored =
      image && image.bytes.length <= largestArms
        ? await storeFile(c.var, { bytes: image.bytes, name: image.name, purpose: armsPurpose })
        : null
    if (image && !(stored?.ok && stored.file.mediaType.startsWith('image/'))) {
      return commune(c, { ...form, errors: { ...form.errors, arms: t('commune.armsRefused') } }, 422)
    }
    await c.var.db
      .updateTable('kernel.body')
      .set({
        name: form.value.name,
        population: form.value.population ?? null,
        accent: form.value.accent?.toLowerCase() ?? null,
        ...(stored?.ok ? { arms: `/blason/${stored.file.id}` } : {}),
      })
      .where('id', '=', c.var.body.id)
      .execute()
    await record(c.var, 'body.changed', { subject: `body:${c.var.body.id}`, content: { ...form.value } })
    return redirect(c, '/administration/commune?fait=oui')
  })
  .post('/administration/commune/blason/retrait', administrator, async c => {
    await c.var.db.updateTable('kernel.body').set({ arms: null }).where('id', '=', c.var.body.id).execute()
    await record(c.var, 'body.changed', { subject: `body:${c.var.body.id}`, content: { arms: null } })
    return redirect(c, '/administration/commune?fait=oui')
  })
  .get(
    '/blason/:arms',
    anyone,
    async c =>
      (await fileResponse(c.var, c.req.param('arms') ?? '', { purpose: armsPurpose, open: true, known: c.req.header('if-none-match') })) ??
      notFound(c),
  )
  .get('/administration/reglages', administrator, c =>
    page(
      c,
      <SettingsPage
        t={words(c.var.locale)}
        rooms={roomsWithSettings(c).map(room => ({
          id: room.id,
          title: room.title?.[c.var.locale] ?? room.id,
          count: Object.keys(room.settings).length,
        }))}
      />,
    ),
  )
  .get('/administration/reglages/:settingsRoom{[A-Za-z-]+}', administrator, async c => roomSettings(c))
  .post('/administration/reglages/:settingsRoom{[A-Za-z-]+}', administrator, async c => {
    const room = roomsWithSettings(c).find(one => one.id === c.req.param('settingsRoom'))
    if (!room) return notFound(c)
    const typed = await c.req.parseBody({ all: true })
    const values: Record<string, string> = Object.create(null)
    const errors: Record<string, string> = Object.create(null)
    const chosen = new Map<string, unknown>()
    for (const [name, setting] of Object.entries(room.settings)) {
      const control = await controlFor(c, setting)
      const texts = [typed[name] ?? ''].flat().filter(text => typeof text === 'string')
      values[name] = texts[0] ?? ''
      const parsed = setting.schema.safeParse(typedValue(control, texts))
      const isOffered = control.kind !== 'choice' || control.options.some(({ value }) => value === values[name])
      if (parsed.success && isOffered) chosen.set(name, parsed.data)
      else errors[name] = words(c.var.locale)('settings.invalid')
    }
    if (Object.keys(errors).length > 0) return roomSettings(c, { values, errors }, 422)
    const before: Readonly<Record<string, unknown>> = await settingsOf(c.var, room.id, room.settings)
    for (const [name, value] of chosen) {
      if (JSON.stringify(before[name]) === JSON.stringify(value)) continue
      await changeSetting(c.var, room.id, name, value)
      await record(c.var, 'setting.changed', { subject: `setting:${room.id}.${name}`, content: { from: before[name] ?? null, to: value } })
    }
    return redirect(c, `/administration/reglages/${room.id}?fait=oui`)
  })
  .get('/administration/roles', administrator, async c => roles(c))
  .get('/administration/roles/nouveau', administrator, async c => {
    const person = await personNamed(c, c.req.query('personne') ?? '')
    if (!person) return notFound(c)
    return page(c, <NewRolePage t={words(c.var.locale)} person={person} form={emptyForm(NewRole, { since: c.var.today })} />)
  })
  .post('/administration/roles', administrator, async c => {
    const t = words(c.var.locale)
    const form = await submitted(c, NewRole)
    const person = await personNamed(c, [form.values.person ?? ''].flat()[0] ?? '')
    if (!person) return notFound(c)
    if (!form.ok) return page(c, <NewRolePage t={t} person={person} form={form} />, 422)
    const { role, service, title, since, until = null } = form.value
    const verdict = canGrant({ role, service, since, until, today: c.var.today, held: await rolesHeld(c.var.db, c.var.body.id, person.id) })
    if (!verdict.ok) {
      const field = verdict.because === 'agent-without-service' ? 'service' : verdict.because === 'already-held' ? 'role' : 'until'
      return page(c, <NewRolePage t={t} person={person} form={refuseField(form, field, t(`refusal.${verdict.because}`))} />, 422)
    }
    await grantRole(c.var.db, c.var.body.id, {
      personId: person.id,
      role,
      service: service || null,
      title: title || null,
      since,
      until,
      grantedBy: signedIn(c).personId,
    })
    await record(c.var, 'role.granted', { subject: `person:${person.id}`, content: { role, service, since, until } })
    return redirect(c, '/administration/roles')
  })
  .post('/administration/roles/:given/fin', administrator, async c => {
    const t = words(c.var.locale)
    const form = await submitted(c, EndRole)
    const given = await roleGiven(c.var.db, c.var.body.id, c.req.param('given') ?? '')
    if (!given) return notFound(c)
    if (!form.ok) return roles(c, form.errors.until ?? null, 422)
    const { until } = form.value
    if (until < given.since) return roles(c, t('refusal.ends-before-it-begins'), 422)
    const over = given.until !== null && given.until < c.var.today
    const verdict = canEnd({
      role: given.role,
      over,
      otherAdministrators: await otherAdministrators(c.var.db, c.var.body.id, given.id, until > c.var.today ? until : c.var.today),
    })
    if (!verdict.ok) return roles(c, t(`refusal.${verdict.because}`), 409)
    await endRole(c.var.db, c.var.body.id, given.id, until)
    await record(c.var, 'role.ended', {
      subject: `person:${given.person_id}`,
      content: { role: given.role, service: given.service, until },
    })
    return redirect(c, '/administration/roles')
  })
  .get('/administration/journal', auditor, async c => {
    const asked = (name: string) => (c.req.query(name) ?? '').toWellFormed().replaceAll('\0', '').trim().slice(0, 100)
    const filter = { event: asked('evenement'), subject: asked('objet'), person: asked('personne') }
    const here = pageOf(c, 50)
    const lines = await journalLines(c.var.db, c.var.body.id, filter, here)
    await record(c.var, 'journal.read', { subject: `body:${c.var.body.id}`, content: { ...filter, page: here.number } })
    const older =
      lines.length < here.size
        ? null
        : `?${new URLSearchParams({ evenement: filter.event, objet: filter.subject, personne: filter.person, page: String(here.number + 1) })}`
    return page(c, <JournalPage t={words(c.var.locale)} lines={lines} filter={filter} older={older} />)
  })
  .get('/administration/registre', auditor, c => {
    const columns = c.var.contributors.flatMap(({ personalData }) =>
      personalData === 'none' ? [] : Object.entries(personalData.columns).map(([column, fate]) => ({ column, fate })),
    )
    return page(c, <RegisterPage t={words(c.var.locale)} rows={registerOf(c)} columns={columns} />)
  })
  .get('/administration/analyse-impact', auditor, c =>
    page(c, <AssessmentPage t={words(c.var.locale)} body={c.var.body.name} rows={registerOf(c)} />),
  )

const commune = async (c: Here, form: Parameters<typeof CommunePage>[0]['form'] | null = null, status: 200 | 422 = 200) => {
  const bodies = await c.var.db
    .selectFrom('kernel.body')
    .select(['id', 'name', 'slug', 'host', 'population', 'accent', 'arms'])
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute()
  const own = bodies.find(body => body.id === c.var.body.id)
  const values = { name: own?.name ?? '', population: String(own?.population ?? ''), accent: own?.accent ?? '' }
  return page(
    c,
    <CommunePage
      t={words(c.var.locale)}
      form={form ?? { values, errors: {} }}
      arms={own?.arms ?? null}
      saved={c.req.query('fait') === 'oui'}
      bodies={bodies}
    />,
    status,
  )
}

const roomsWithSettings = (c: Here) =>
  c.var.contributors.flatMap(room => (room.settings && Object.keys(room.settings).length > 0 ? [{ ...room, settings: room.settings }] : []))

const roomSettings = async (
  c: Here,
  wrong: { values: Record<string, string>; errors: Record<string, string> } | null = null,
  status: 200 | 422 = 200,
) => {
  const { locale } = c.var
  const room = roomsWithSettings(c).find(one => one.id === c.req.param('settingsRoom'))
  if (!room) return notFound(c)
  const asked = []
  for (const [name, setting] of Object.entries(room.settings))
    asked.push({ name, label: setting.label[locale], hint: setting.hint?.[locale], control: await controlFor(c, setting) })
  const chosen: Readonly<Record<string, unknown>> = await settingsOf(c.var, room.id, room.settings)
  const values = Object.fromEntries(asked.map(({ name, control }) => [name, writtenValue(control, chosen[name])]))
  const form = wrong ?? { values, errors: {} }
  return page(
    c,
    <RoomSettingsPage
      t={words(locale)}
      room={room.id}
      title={room.title?.[locale] ?? room.id}
      asked={asked}
      form={form}
      saved={c.req.query('fait') === 'oui'}
    />,
    status,
  )
}

/** A choice among what the room offers today; failing that, what the schema calls for. */
const controlFor = async (c: Here, { schema, options }: Setting): Promise<Control> =>
  options
    ? { kind: 'choice', options: (await options(c.var)).map(({ value, label }) => ({ value, label: label[c.var.locale] })) }
    : controlOf(schema)

const roles = async (c: Here, refusal: string | null = null, status: 200 | 409 | 422 = 200) => {
  const typed = (c.req.query('nom') ?? '').toWellFormed().replaceAll('\0', '').trim().slice(0, 100)
  return page(
    c,
    <RolesPage
      t={words(c.var.locale)}
      roles={await rolesGiven(c.var.db, c.var.body.id, c.var.today)}
      today={c.var.today}
      typed={typed}
      found={typed.length > 1 ? await peopleNamed(c.var.db, typed) : null}
      refusal={refusal}
    />,
    status,
  )
}

const personNamed = async (c: Here, id: string) => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const name = (await personNames(c.var.db, [id])).get(id)
  return name === undefined ? null : { id, name }
}

const registerOf = (c: Here): readonly RegisterRow[] =>
  c.var.contributors.flatMap(({ id, title, personalData }) =>
    personalData === 'none'
      ? []
      : personalData.held.map(fact => ({
          service: title?.[c.var.locale] ?? id,
          what: fact.what[c.var.locale],
          basis: fact.basis[c.var.locale],
          kept: fact.kept[c.var.locale],
        })),
  )
