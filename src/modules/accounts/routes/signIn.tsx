import { readFileSync } from 'node:fs'
import {
  allow,
  authRoutes,
  authWords,
  browserHeaders,
  cookieAttributes,
  endSession,
  identityOf,
  linkMinutes,
  signInAs,
  startProvider,
} from '#kernel/auth'
import { cast } from '#kernel/demonstration'
import { emptyForm, refuseField } from '#kernel/forms'
import { anyone, notFound, page, power, redirect, resident, router, submitted, tooMany } from '#kernel/http'
import type { C } from '#kernel/http'
import { record } from '#kernel/journal'
import { queueMail } from '#kernel/mail'
import { numberAt, participation } from '#kernel/parameters'
import type { KernelTables } from '#kernel/service'
import { AskLink, DemonstrationEntry, PostedCode, Welcome } from '../forms.ts'
import { words } from '../locales/index.ts'
import { GoodbyePage, LinkSentPage, OpenLinkPage, WelcomePage } from '../pages/doorPages.tsx'
import { SignInPage, type SignInPageProps } from '../pages/signInPage.tsx'
import { letterByCode, useLetter } from '../queries/letters.ts'
import { renamePerson } from '../queries/people.ts'
import { safeReturn } from '../rules/safeReturn.ts'
import type { AccountsTables } from '../schema.ts'

type Here = C<AccountsTables & KernelTables>
const island = readFileSync(new URL('../islands/passkey.js', import.meta.url), 'utf8')
/** Whoever is signed in, even while acting for someone. */
const signedInAnyhow = power('signed in', actor => actor.personId !== null)

export const signInRoutes = router<AccountsTables>()
  .mount(authRoutes)
  .get('/connexion', anyone, c =>
    c.var.actor.personId ? redirect(c, safeReturn(c.req.query('retour'))) : page(c, <SignInPage {...doors(c)} />),
  )
  .post('/connexion', anyone, async c => {
    const form = await submitted(c, AskLink)
    if (!form.ok) return page(c, <SignInPage {...doors(c)} form={form} back={safeReturn([form.values.retour ?? ''].flat()[0])} />, 422)

    const t = words(c.var.locale)
    const token = await identityOf(c).linkFor(c.var.url, form.value.email, browserHeaders(c))
    if (token) {
      const url = `${await identityOf(c).ours(c.var.url)}/connexion/lien?jeton=${encodeURIComponent(token)}&retour=${encodeURIComponent(safeReturn(form.value.retour))}`
      await queueMail(c.var, {
        to: form.value.email,
        subject: t('mail.subject', { body: c.var.body.name }),
        text: t('mail.text', { body: c.var.body.name, url, minutes: linkMinutes }),
        locale: c.var.locale,
      })
    }
    return redirect(c, '/connexion/lien-envoye') // the same whether the address is known, unknown or asked too often
  })
  .get('/connexion/lien-envoye', anyone, c =>
    page(c, <LinkSentPage t={words(c.var.locale)} minutes={linkMinutes} mailbox={c.var.mode === 'demonstration' ? '/courrier' : null} />),
  )
  .get('/connexion/lien', anyone, c => {
    const back = safeReturn(c.req.query('retour'))
    const success = `${c.var.url}/connexion/bienvenue?retour=${encodeURIComponent(back)}`
    const failure = `${c.var.url}/connexion?probleme=lien&retour=${encodeURIComponent(back)}`
    return page(
      c,
      <OpenLinkPage t={words(c.var.locale)} token={(c.req.query('jeton') ?? '').slice(0, 200)} success={success} failure={failure} />,
    )
  })
  .get('/connexion/bienvenue', resident, c => {
    const back = safeReturn(c.req.query('retour'))
    if (!isNameless(c.var.actor.name)) return redirect(c, back)
    return page(c, <WelcomePage t={words(c.var.locale)} form={emptyForm(Welcome)} back={back} age={consentAge(c)} />)
  })
  .post('/connexion/bienvenue', resident, async c => {
    const form = await submitted(c, Welcome)
    if (!form.ok)
      return page(
        c,
        <WelcomePage t={words(c.var.locale)} form={form} back={safeReturn([form.values.retour ?? ''].flat()[0])} age={consentAge(c)} />,
        422,
      )

    if (c.var.actor.personId && isNameless(c.var.actor.name)) await renamePerson(c.var.db, c.var.actor.personId, form.value.name)
    return redirect(c, safeReturn(form.value.retour))
  })
  .get('/connexion/par/:provider{franceconnect|proconnect}', anyone, async c => {
    const provider = c.req.param('provider') ?? ''
    if (!identityOf(c).providers.some(one => one === provider)) return notFound(c)
    const back = safeReturn(c.req.query('retour'))
    if (c.req.header('sec-fetch-site') === 'cross-site') return redirect(c, `/connexion?retour=${encodeURIComponent(back)}`)
    const failure = `/connexion?probleme=service&retour=${encodeURIComponent(back)}`
    const going = await startProvider(c, provider, {
      success: `${c.var.url}/connexion/bienvenue?retour=${encodeURIComponent(back)}`,
      failure: `${c.var.url}${failure}`,
    }).catch(() => null) // a provider that is away is one door less, not an error of ours
    return going ?? redirect(c, failure)
  })
  .get('/connexion/au-revoir', anyone, c => page(c, <GoodbyePage t={words(c.var.locale)} provider={null} />))
  .get('/connexion/cle-acces.js', anyone, c => {
    c.header('Content-Type', 'text/javascript; charset=utf-8')
    c.header('Cache-Control', 'public, max-age=3600')
    return c.body(island)
  })
  .post('/connexion/lettre', anyone, async c => {
    const form = await submitted(c, PostedCode)
    if (!form.ok) return page(c, <SignInPage {...doors(c)} letter={form} />, 422)

    // Forty bits and a shared limit: guessing all day long opens nothing.
    if (!(await allow(c.var.db, `letter:${c.var.body.id}`, 3600, 120))) return tooMany(c)
    const letter = await letterByCode(c.var, form.value.code)
    if (!letter || (letter.expiresOn ?? '') < c.var.today) {
      return page(c, <SignInPage {...doors(c)} letter={refuseField(form, 'code', words(c.var.locale)('signIn.letterWrong'))} />, 422)
    }
    await useLetter(c.var, letter.id)
    await enter(c, letter.personId)
    return redirect(c, '/compte')
  })
  .post('/connexion/demonstration', anyone, async c => {
    if (c.var.mode !== 'demonstration') return notFound(c)
    const form = await submitted(c, DemonstrationEntry)
    if (!form.ok || !entrances(c).some(one => one.id === form.value.person)) return redirect(c, '/connexion')
    await enter(c, form.value.person)
    return redirect(c, safeReturn(form.value.retour))
  })
  .post(
    '/deconnexion',
    signedInAnyhow,
    async c => {
      c.header('Clear-Site-Data', '"cache"') // machines are shared: going back shows nothing of who left
      const elsewhere = await endSession(c, `${c.var.url}/connexion/au-revoir`)
      return page(c, <GoodbyePage t={words(c.var.locale)} provider={elsewhere} />)
    },
    { endsSession: true },
  )

const enter = async (c: Here, person: string) => {
  const cookie = await signInAs({ bare: c.var.db }, person, identityOf(c).options.secret, c.var.url)
  await record(c.var, 'person.entered', { subject: `person:${person}` })
  c.header('Set-Cookie', `${cookie}; ${cookieAttributes(c.var.url)}`, { append: true })
}

const doors = (c: Here): SignInPageProps => {
  const problem = c.req.query('probleme') ?? (c.req.query('error') ? 'service' : '')
  return {
    t: words(c.var.locale),
    form: emptyForm(AskLink),
    letter: emptyForm(PostedCode),
    back: safeReturn(c.req.query('retour')),
    providers: identityOf(c).providers,
    problem: problem === 'lien' ? 'link' : c.req.query('error') === 'access_denied' ? 'refused' : problem ? 'provider' : null,
    cast: c.var.mode === 'demonstration' ? entrances(c) : [],
  }
}
/** One invented person per role, of this body first. */
const entrances = (c: Here) =>
  Object.values(cast).flatMap(person =>
    'shows' in person ? [{ id: person.id, name: person.name, shows: person.shows[c.var.locale] }] : [],
  )

const isNameless = (name: string) => name === authWords('fr')('nameless') || name === authWords('en')('nameless')
const consentAge = (c: Here) => numberAt(participation, 'account.consent-age', c.var.today)
