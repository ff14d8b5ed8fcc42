import { createHmac, randomBytes } from 'node:crypto'
import { allow, closeSessions, doorsOf, identityOf, passkeysOf, removeDoors, removePasskey, seenBy, sessionsOf } from '#kernel/auth'
import { isConflict, sql } from '#kernel/db'
import { emptyForm } from '#kernel/forms'
import { type C, conflict, download, notFound, page, redirect, router, signedIn, submitted, tooMany } from '#kernel/http'
import { record } from '#kernel/journal'
import { queueMail } from '#kernel/mail'
import type { KernelTables } from '#kernel/service'
import { forget } from '../erase.ts'
import { ChosenLanguage, Confirmed, NewEmail, PublicName, WhichOne } from '../forms.ts'
import { words } from '../locales/index.ts'
import { AccountPage, type AccountPageProps } from '../pages/accountPage.tsx'
import { ErasedPage, ErasePage, MyDataPage } from '../pages/dataPages.tsx'
import { ConfirmEmailPage } from '../pages/doorPages.tsx'
import { ownAccount } from '../powers.ts'
import { accountOf, renamePerson, rolesOf, setEmail, setLocale } from '../queries/people.ts'
import type { AccountsTables } from '../schema.ts'

type Here = C<AccountsTables & KernelTables>
const minutes = 60

export const accountRoutes = router<AccountsTables>()
  .get('/compte', ownAccount, async c => page(c, <AccountPage {...await accountProps(c)} />))
  .post('/compte/nom', ownAccount, async c => {
    const { personId } = signedIn(c)
    const form = await submitted(c, PublicName)
    if (!form.ok) return page(c, <AccountPage {...await accountProps(c)} nameForm={form} />, 422)
    await renamePerson(c.var.db, personId, form.value.name)
    await journal(c, 'person.renamed')
    return redirect(c, '/compte?fait=oui')
  })
  .post('/compte/adresse', ownAccount, async c => {
    const { personId } = signedIn(c)
    const form = await submitted(c, NewEmail)
    if (!form.ok) return page(c, <AccountPage {...await accountProps(c)} emailForm={form} />, 422)
    // Letters to addresses that nobody confirmed yet: never enough to bother someone.
    if (!(await allow(c.var.db, `address:${personId}`, 3600, 5))) return tooMany(c)
    const code = randomBytes(24).toString('base64url')
    const { id } = await c.var.db
      .insertInto('accounts.email_change')
      .values({
        body_id: c.var.body.id,
        person_id: personId,
        email: form.value.email,
        digest: linkDigest(c, code),
        expires_at: later(c.var.now, minutes),
        used_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const t = words(c.var.locale)
    await queueMail(c.var, {
      to: form.value.email,
      personId,
      subject: t('emailLetter.subject'),
      text: t('emailLetter.text', {
        body: c.var.body.name,
        minutes,
        url: `${await identityOf(c).ours(c.var.url)}/compte/adresse/${id}?code=${code}`,
      }),
      locale: c.var.locale,
    })
    return redirect(c, '/compte?fait=lettre')
  })
  .get('/compte/adresse/:change', ownAccount, async c => {
    const change = await emailChange(c, c.req.query('code') ?? '')
    if (!change) return notFound(c)
    return page(
      c,
      <ConfirmEmailPage
        t={words(c.var.locale)}
        email={change.email}
        action={`/compte/adresse/${change.id}`}
        code={c.req.query('code') ?? ''}
      />,
    )
  })
  .post('/compte/adresse/:change', ownAccount, async c => {
    const { personId } = signedIn(c)
    const body = await c.req.parseBody()
    const change = await emailChange(c, typeof body.code === 'string' ? body.code : '')
    if (!change) return conflict(c, words(c.var.locale)('email.expired'))
    await sql`savepoint address`.execute(c.var.db)
    try {
      await setEmail(c.var.db, personId, change.email)
    } catch (error) {
      if (!isConflict(error)) throw error
      await sql`rollback to savepoint address`.execute(c.var.db)
      return conflict(c, words(c.var.locale)('email.taken'))
    }
    await c.var.db
      .updateTable('accounts.email_change')
      .set({ used_at: c.var.now })
      .where('body_id', '=', c.var.body.id)
      .where('id', '=', change.id)
      .execute()
    await journal(c, 'person.addressChanged')
    return redirect(c, '/compte?fait=oui')
  })
  .post('/compte/langue', ownAccount, async c => {
    const form = await submitted(c, ChosenLanguage)
    if (!form.ok) return redirect(c, '/compte')
    await setLocale(c.var.db, signedIn(c).personId, form.value.locale)
    c.header(
      'Set-Cookie',
      `langue=${form.value.locale}; Path=/; SameSite=Lax; HttpOnly; Max-Age=31536000${c.var.url.startsWith('https:') ? '; Secure' : ''}`,
      { append: true },
    )
    return redirect(c, '/compte?fait=oui')
  })
  .post('/compte/sessions/fin', ownAccount, async c => {
    const { personId } = signedIn(c)
    const form = await submitted(c, WhichOne)
    if (form.ok)
      await closeSessions(c.var.db, personId, form.value.id === 'others' ? { except: seenBy(c).sessionId } : { only: form.value.id })
    return redirect(c, '/compte?fait=oui')
  })
  .post('/compte/cles/fin', ownAccount, async c => {
    const { personId } = signedIn(c)
    const form = await submitted(c, WhichOne)
    if (form.ok) await removePasskey(c.var.db, personId, form.value.id)
    return redirect(c, '/compte?fait=oui')
  })
  .get('/compte/donnees', ownAccount, c => {
    const { contributors, locale } = c.var
    const held = contributors.flatMap(({ personalData }) =>
      personalData === 'none'
        ? []
        : personalData.held.map(fact => ({ what: fact.what[locale], basis: fact.basis[locale], kept: fact.kept[locale] })),
    )
    return page(c, <MyDataPage t={words(locale)} held={held} />)
  })
  .get('/compte/donnees.json', ownAccount, async c => {
    const { personId } = signedIn(c)
    const copies: Record<string, unknown> = {}
    for (const { id, personalData } of c.var.contributors) {
      if (personalData !== 'none' && personalData.export) copies[id] = await personalData.export(c.var, personId)
    }
    return download(c, {
      name: 'mes-donnees.json',
      type: 'application/json; charset=utf-8',
      body: JSON.stringify({ body: c.var.body.name, at: c.var.now, person: personId, ...copies }, null, 2),
    })
  })
  .get('/compte/effacement', ownAccount, c => page(c, <ErasePage t={words(c.var.locale)} form={emptyForm(Confirmed)} />))
  .post(
    '/compte/effacement',
    ownAccount,
    async c => {
      const { personId } = signedIn(c)
      const form = await submitted(c, Confirmed)
      if (!form.ok) return page(c, <ErasePage t={words(c.var.locale)} form={form} />, 422)
      await journal(c, 'person.erasureAsked')
      await sql`select accounts.ask_erasure(${personId}, ${c.var.now})`.execute(c.var.db)
      await removeDoors(c.var.db, personId)
      await forget(c.var, personId)
      return page(c, <ErasedPage t={words(c.var.locale)} />)
    },
    { endsSession: true },
  )

const accountProps = async (c: Here): Promise<AccountPageProps> => {
  const { personId } = signedIn(c)
  const { db, body, actor, locale } = c.var
  const account = await accountOf(db, personId)
  const doors = await doorsOf(db, personId)
  const fact = c.req.query('fait')
  return {
    t: words(locale),
    account,
    nameForm: emptyForm(PublicName, { name: account.name }),
    languageForm: emptyForm(ChosenLanguage, { locale: account.locale ?? locale }),
    emailForm: emptyForm(NewEmail, { email: account.email ? '' : (doors.find(door => door.claimedEmail)?.claimedEmail ?? '') }),
    said: fact === 'oui' ? 'done' : fact === 'lettre' ? 'emailSent' : null,
    verified: actor.roles.has('verified'),
    doors,
    linkable: identityOf(c).providers.filter(provider => !doors.some(door => door.door === provider)),
    sessions: await sessionsOf(db, personId),
    thisSession: seenBy(c).sessionId,
    passkeys: await passkeysOf(db, personId),
    roles: await rolesOf(db, body.id, personId),
  }
}

const emailChange = (c: Here, code: string) =>
  c.var.db
    .selectFrom('accounts.email_change as e')
    .where('e.body_id', '=', c.var.body.id)
    .where('e.id', '=', c.req.param('change') ?? '')
    .where('e.person_id', '=', signedIn(c).personId)
    .where('e.digest', '=', linkDigest(c, code))
    .where('e.used_at', 'is', null)
    .where('e.expires_at', '>', c.var.now)
    .select(['e.id', 'e.email'])
    .executeTakeFirst()

const linkDigest = (c: Here, code: string) => createHmac('sha256', c.var.signingKey).update(`address ${code}`).digest()
const later = (instant: string, count: number) => new Date(Date.parse(instant) + count * 60_000).toISOString()
const journal = (c: Here, event: string) => record(c.var, event, { subject: `person:${c.var.actor.personId}` })
