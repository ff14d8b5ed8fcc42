import { createHmac, timingSafeEqual } from 'node:crypto'
import { formCode } from '#engines/paper'
import { emptyForm, refuseField } from '#kernel/forms'
import { agent, type C, conflict, notFound, page, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { personNames, recordResidence } from '#kernel/people'
import type { KernelTables } from '#kernel/service'
import { settingsOf } from '#kernel/settings'
import { AskLetter, PostedCode } from '../forms.ts'
import { words } from '../locales/index.ts'
import { LettersPage, PrintedLettersPage } from '../pages/letterPages.tsx'
import { ResidencePage, type ResidencePageProps, VouchPage } from '../pages/residencePage.tsx'
import { ownAccount } from '../powers.ts'
import { askLetter, countAttempt, lettersToPrint, openLetter, printLetters, useLetter } from '../queries/letters.ts'
import { accountOf, residencesOf } from '../queries/people.ts'
import { vouchesGiven, vouchFacts } from '../queries/vouches.ts'
import { codeDigest } from '../codes.ts'
import { canUseCode } from '../rules/postedCode.ts'
import { canVouch, vouchesMissing } from '../rules/vouching.ts'
import type { AccountsTables } from '../schema.ts'
import { settings } from '../settings.ts'

type Here = C<AccountsTables & KernelTables>

export const residenceRoutes = router<AccountsTables>()
  .get('/compte/residence', resident, async c => page(c, <ResidencePage {...await residenceProps(c)} />))
  .post('/compte/residence', resident, async c => {
    const { personId, onBehalf } = signedIn(c)
    const form = await submitted(c, AskLetter)
    if (!form.ok) return page(c, <ResidencePage {...await residenceProps(c)} ask={form} />, 422)
    await askLetter(c.var, { person: personId, purpose: 'residence', address: form.value.address, askedBy: onBehalf?.keyedBy ?? personId })
    await journal(c, 'residence.letterAsked', personId)
    return redirect(c, '/compte/residence')
  })
  .post('/compte/residence/code', ownAccount, async c => {
    const { personId } = signedIn(c)
    const form = await submitted(c, PostedCode)
    if (!form.ok) return page(c, <ResidencePage {...await residenceProps(c)} code={form} />, 422)
    const t = words(c.var.locale)
    const letter = await openLetter(c.var.db, c.var.body.id, personId, 'residence')
    if (!letter) return conflict(c, t('code.none'))
    const matches = letter.digest !== null && timingSafeEqual(letter.digest, codeDigest(c.var.signingKey, form.value.code))
    const verdict = canUseCode(
      { printed: letter.printedAt !== null, expiresOn: letter.expiresOn, attempts: letter.attempts, matches },
      c.var.today,
    )
    if (!verdict.ok) {
      if (verdict.because === 'wrong') await countAttempt(c.var.db, c.var.body.id, letter.id)
      return page(c, <ResidencePage {...await residenceProps(c)} code={refuseField(form, 'code', t(`code.${verdict.because}`))} />, 422)
    }
    await useLetter(c.var, letter.id)
    await recordResidence(c.var.db, c.var.body.id, {
      personId,
      proof: 'posted-code',
      since: c.var.today,
      address: letter.address,
      recordedBy: personId,
    })
    await journal(c, 'residence.verified', personId, { proof: 'posted-code' })
    return redirect(c, '/compte/residence')
  })
  .get('/garants/:newcomer{[0-9a-f-]{36}[.][0-9a-f]{16}}', resident, async c => {
    const asked = await vouchAsked(c)
    if (!asked) return notFound(c)
    return page(c, <VouchPage t={words(c.var.locale)} name={asked.name} action={asked.path} refusal={asked.refusal} />)
  })
  .post('/garants/:newcomer{[0-9a-f-]{36}[.][0-9a-f]{16}}', resident, async c => {
    const asked = await vouchAsked(c)
    if (!asked) return notFound(c)
    if (asked.refusal) return conflict(c, asked.refusal)
    await c.var.db
      .insertInto('accounts.vouch')
      .values({ body_id: c.var.body.id, person_id: asked.person, voucher_id: signedIn(c).personId, vouched_at: c.var.now })
      .execute()
    await journal(c, 'residence.vouched', asked.person)
    if (vouchesMissing(asked.needed, asked.given + 1) === 0) {
      await recordResidence(c.var.db, c.var.body.id, { personId: asked.person, proof: 'vouched', since: c.var.today })
      await journal(c, 'residence.verified', asked.person, { proof: 'vouched' })
    }
    return page(c, <VouchPage t={words(c.var.locale)} name={asked.name} action={asked.path} refusal={words(c.var.locale)('vouch.done')} />)
  })
  .get('/courriers', agent, async c =>
    page(c, <LettersPage t={words(c.var.locale)} letters={await lettersToPrint(c.var.db, c.var.body.id)} />),
  )
  .post('/courriers', agent, async c => {
    const letters = await printLetters(c.var, signedIn(c).personId)
    if (letters.length === 0) return redirect(c, '/courriers')
    await record(c.var, 'letters.printed', { subject: `body:${c.var.body.id}`, content: { letters: letters.map(letter => letter.id) } })
    return page(c, <PrintedLettersPage t={words(c.var.locale)} locale={c.var.locale} letters={letters} url={c.var.url} />)
  })

const residenceProps = async (c: Here): Promise<ResidencePageProps> => {
  const { personId } = signedIn(c)
  const { db, body } = c.var
  const { vouchesNeeded } = await settingsOf(c.var, 'accounts', settings)
  const letter = (await openLetter(db, body.id, personId, 'residence')) ?? null
  const account = await accountOf(db, personId)
  return {
    t: words(c.var.locale),
    locale: c.var.locale,
    residences: await residencesOf(db, body.id, personId),
    letter,
    ask: emptyForm(AskLetter, { address: account.postalAddress ?? '' }),
    code: emptyForm(PostedCode),
    paper: await formCode(c.var, '/compte/residence'),
    vouching:
      vouchesNeeded > 0 && !c.var.actor.roles.has('verified')
        ? { needed: vouchesNeeded, given: await vouchesGiven(db, body.id, personId), url: `${c.var.url}/garants/${vouchName(c, personId)}` }
        : null,
  }
}

const vouchAsked = async (c: Here) => {
  const [person = '', seal = ''] = (c.req.param('newcomer') ?? '').split('.')
  if (vouchName(c, person) !== `${person}.${seal}`) return null
  const name = (await personNames(c.var.db, [person])).get(person)
  if (name === undefined) return null
  const voucher = signedIn(c).personId
  const chosen = await settingsOf(c.var, 'accounts', settings)
  const facts = await vouchFacts(c.var.db, c.var.body.id, { person, voucher, today: c.var.today })
  const verdict = canVouch({ ...facts, needed: chosen.vouchesNeeded, mostAYear: chosen.vouchesAYear, self: voucher === person })
  return {
    person,
    name,
    needed: chosen.vouchesNeeded,
    given: facts.given,
    path: c.req.path,
    refusal: verdict.ok ? null : words(c.var.locale)(`vouch.${verdict.because}`),
  }
}

/** Only who was given this address can vouch: it is sealed, so nobody can go through everyone. */
export const vouchName = (c: { readonly var: Pick<Here['var'], 'signingKey' | 'body'> }, person: string) =>
  `${person}.${createHmac('sha256', c.var.signingKey).update(`vouch ${c.var.body.id} ${person}`).digest('hex').slice(0, 16)}`

const journal = (c: Here, event: string, person: string, content: Record<string, unknown> = {}) =>
  record(c.var, event, { subject: `person:${person}`, content })
