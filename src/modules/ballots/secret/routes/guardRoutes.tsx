import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { agent, anyone, conflict, notFound, page, redirect, router, submitted, townHall } from '#kernel/http'
import { read, readers, verificationKeys } from '#engines/ballotCryptography'
import { turnoutOf } from '#modules/roll'
import { words } from '../../locales/index.ts'
import { type Ballot, ballotById } from '../../queries/ballots.ts'
import { actOf } from '../../queries/castBallot.ts'
import type { BallotTables } from '../../schema.ts'
import { keyFingerprint } from '../ceremony.ts'
import { GuardsForm } from '../forms.ts'
import { keyDigest, linkKey } from '../links.ts'
import { secretWords } from '../locales.ts'
import { openedVote } from '../opened.ts'
import { type GuardLinks, GuardsPage } from '../pages/GuardsPage.tsx'
import { TrustPage } from '../pages/TrustPage.tsx'
import { decryptedBy, figuresOf } from '../queries/board.ts'
import { type Guards, guardsOf, nameGuards } from '../queries/guards.ts'
import { revokedCount } from '../queries/revocations.ts'
import { found, type Request } from './reads.ts'

const base = '/votes/:secretBallot/secret'

/** Who guards a secret vote: naming them, and saying so to everybody. */
export const guardRoutes = router<BallotTables>()
  .get(base, anyone, async c => {
    const ballot = await found(c)
    const guards = ballot && (await guardsOf(c.var, ballot.id))
    if (!ballot || !guards) return notFound(c)
    const turnout = await turnoutOf(c.var, actOf(ballot.id))
    const opened = await decryptedBy(c.var, ballot.id)
    const keys = await fingerprints(c, ballot, guards)
    return page(
      c,
      <TrustPage
        {...{ t: secretWords(c.var.locale), locale: c.var.locale, today: c.var.today, ballot }}
        {...{ authority: guards.authority, needed: guards.needed, codes: guards.codes }}
        handed={turnout.screen}
        voters={(await figuresOf(c.var, ballot.id)).voters}
        revoked={await revokedCount(c.var, ballot.id)}
        trustees={guards.trustees.map(({ name, number }, place) => ({
          name,
          fingerprint: keys[place] ?? null,
          hasOpened: opened.includes(number),
        }))}
        isBoardOpen={(await openedVote(c.var, ballot.id)) !== null}
        runs={townHall.allows(c.var.actor)}
      />,
    )
  })
  .get(`${base}/preparation`, agent, async c => {
    const ballot = await found(c)
    if (!ballot) return notFound(c)
    return guardsPage(c, ballot, emptyForm(GuardsForm, { needed: '2', codes: '200' }))
  })
  .post(`${base}/preparation`, agent, async c => {
    const ballot = await found(c)
    if (!ballot) return notFound(c)
    if (ballot.state !== 'draft') return conflict(c, words(c.var.locale)('refusal.announced'))
    const form = await submitted(c, GuardsForm)
    if (!form.ok) return guardsPage(c, ballot, form, 422)
    const wrong = form.value.needed > form.value.trustees.length
    if (wrong) return guardsPage(c, ballot, refuseField(form, 'needed', secretWords(c.var.locale)('guards.neededWrong')), 422)
    await nameGuards(c.var, ballot.id, form.value)
    return redirect(c, `/votes/${ballot.id}/secret/preparation`)
  })

const guardsPage = async (c: Request, ballot: Ballot, form: Form<GuardsForm>, status: 200 | 422 = 200) => {
  const guards = await guardsOf(c.var, ballot.id)
  return page(
    c,
    <GuardsPage
      {...{ t: secretWords(c.var.locale), locale: c.var.locale, url: c.var.url, form }}
      ballot={(await ballotById(c.var, ballot.id)) ?? ballot}
      guards={guards}
      links={linksTo(c, guards)}
    />,
    status,
  )
}

/** The links to show: those whose key this instance can make again. */
const linksTo = (c: Request, guards: Guards | null): GuardLinks => {
  const shown = (guard: 'authority' | number, digest: string) => {
    const key = linkKey(c.var, guards!.electionName, guard)
    return keyDigest(key) === digest ? key : null
  }
  if (!guards) return { authority: null, trustees: [] }
  return {
    authority: shown('authority', guards.authorityKeyDigest),
    trustees: guards.trustees.map(one => shown(one.number, one.keyDigest)),
  }
}

/** As the board publishes them; before it, those of the keys already made. */
const fingerprints = async (c: Request, ballot: Ballot, guards: Guards): Promise<readonly (string | null)[]> => {
  const opened = await openedVote(c.var, ballot.id)
  if (opened) return verificationKeys(opened.trustees).map(key => keyFingerprint(key.public_key))
  return guards.trustees.map(({ steps }) =>
    steps.key === undefined ? null : keyFingerprint(read(readers.trusteePublicKey, steps.key).public_key),
  )
}
