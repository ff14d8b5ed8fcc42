import { checkedCredentials, ElectionProblem, Malformed, read, readers, verificationKeys, write } from '#engines/ballotCryptography'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, conflict, notFound, page, redirect, router, submitted } from '#kernel/http'
import { ballotById } from '../../queries/ballots.ts'
import { canVoteAt } from '../../rules/life.ts'
import { words } from '../../locales/index.ts'
import type { BallotTables } from '../../schema.ts'
import { certificatesOf, checkedStep, inputOf, keyFingerprint, sealedShareOf } from '../ceremony.ts'
import { sealedTally, takeDecryption } from '../countSecret.ts'
import { CloseCodeForm, CredentialsForm, DecryptionForm, StepForm } from '../forms.ts'
import { group } from '../group.ts'
import { secretWords } from '../locales.ts'
import { openedVote } from '../opened.ts'
import { CodesPage } from '../pages/CodesPage.tsx'
import { TrusteePage } from '../pages/TrusteePage.tsx'
import { closeCode, codeState, decryptedBy, lockedEnd } from '../queries/board.ts'
import { keepCredentials, keepStep, type Trustee } from '../queries/guards.ts'
import { dueFor } from '../rules/ceremony.ts'
import { authority, type AskedByAuthority, type AskedByTrustee, trustee } from './parties.ts'
import { keyAsked, type Request } from './reads.ts'

const base = '/votes/:secretBallot/secret'

/** The pages of those who guard the vote, each behind a link of their own: they need no account, and are asked for none. */
export const partyRoutes = router<BallotTables>()
  .get(`${base}/codes`, anyone, async c => {
    const asked = await authority(c, keyAsked(c))
    return asked ? codesPage(c, asked, emptyForm(CloseCodeForm)) : notFound(c)
  })
  .post(`${base}/codes`, anyone, async c => {
    const form = await submitted(c, CredentialsForm)
    const asked = form.ok ? await authority(c, form.value.cle) : null
    if (!form.ok || !asked) return c.json({}, 404)
    const { ballot, guards } = asked
    const credentials = checkedList(form.value.content, guards.codes)
    if (ballot.state !== 'draft' || guards.credentials !== null || !credentials) return c.json({}, 409)
    await keepCredentials(c.var, ballot.id, credentials)
    return c.json({ received: guards.codes })
  })
  .post(`${base}/codes/fermeture`, anyone, async c => {
    const form = await submitted(c, CloseCodeForm)
    const asked = await authority(c, [form.values['cle'] ?? ''].flat()[0] ?? '')
    if (!asked) return notFound(c)
    const phase = canVoteAt(asked.ballot, c.var.now)
    if (!phase.ok) return conflict(c, words(c.var.locale)(`refusal.${phase.because}`))
    if (!form.ok) return codesPage(c, asked, form, 422)
    const { ballot } = asked
    await lockedEnd(c.var, ballot.id)
    const known = (await openedVote(c.var, ballot.id))?.credentials ?? new Set<string>()
    const state = await codeState(c.var, ballot.id, form.value.credential, known)
    if (state !== 'free')
      return codesPage(c, asked, refuseField(form, 'credential', secretWords(c.var.locale)(`codes.state.${state}`)), 422)
    await closeCode(c.var, ballot.id, form.value.credential, form.value.reason)
    return redirect(c, `/votes/${ballot.id}/secret/codes?cle=${asked.key}&ferme=1`)
  })

  .get(`${base}/gardien`, anyone, async c => {
    const asked = await trustee(c, keyAsked(c))
    return asked
      ? page(c, <TrusteePage {...{ t: secretWords(c.var.locale), locale: c.var.locale, ...asked, linkKey: asked.key }} />)
      : notFound(c)
  })
  .get(`${base}/gardien/etat`, anyone, async c => {
    const asked = await trustee(c, keyAsked(c))
    return asked ? c.json(await stateOf(c, asked)) : c.json({}, 404)
  })
  .post(`${base}/gardien/etapes`, anyone, async c => {
    const form = await submitted(c, StepForm)
    const asked = form.ok ? await trustee(c, form.value.cle) : null
    if (!form.ok || !asked) return c.json({}, 404)
    const { ballot, guards, trustee: one } = asked
    const content = ballot.state === 'draft' ? checkedStep(guards, one, form.value.step, form.value.content) : null
    if (content === null) return c.json({}, 409)
    await keepStep(c.var, ballot.id, one.number, form.value.step, content)
    return c.json({ kept: form.value.step })
  })
  .post(`${base}/gardien/ouverture`, anyone, async c => {
    const form = await submitted(c, DecryptionForm)
    const asked = form.ok ? await trustee(c, form.value.cle) : null
    if (!form.ok || !asked) return c.json({}, 404)
    await lockedEnd(c.var, asked.ballot.id)
    const ballot = (await ballotById(c.var, asked.ballot.id, { stored: true }))!
    const taken = await takeDecryption(c.var, ballot, asked.trustee.number, form.value.content)
    return taken.ok ? c.json({ opened: true }) : c.json({ said: secretWords(c.var.locale)(`refused.${taken.because}`) }, 409)
  })

const codesPage = async (c: Request, { ballot, guards, key }: AskedByAuthority, close: Form<CloseCodeForm>, status: 200 | 422 = 200) =>
  page(
    c,
    <CodesPage
      {...{ t: secretWords(c.var.locale), locale: c.var.locale, url: c.var.url, ballot, guards, linkKey: key, close }}
      hasClosed={c.req.query('ferme') === '1'}
      hasRevoked={c.req.query('retire') === '1'}
      election={(await openedVote(c.var, ballot.id))?.election ?? null}
    />,
    status,
  )

/** The list of public halves, each a member of the group, none twice, sorted; null when it is not that. */
const checkedList = (content: string, wanted: number): string | null => {
  try {
    const listed = read(readers.publicCredentials, content)
    if (listed.length !== wanted || listed.some(one => one.includes(','))) return null
    checkedCredentials(group, listed)
    return write(listed.toSorted())
  } catch (error) {
    if (error instanceof ElectionProblem || error instanceof Malformed) return null
    throw error
  }
}

/** What a trustee's browser needs now: nothing in it is secret, or readable without the trustee's file. */
const stateOf = async (c: Request, { ballot, guards, trustee: one }: AskedByTrustee) => {
  const due = dueFor(guards, one.number)
  const opened = await openedVote(c.var, ballot.id)
  const key = opened && verificationKeys(opened.trustees)[one.number - 1]
  const sealed = await sealedTally(c.var, ballot)
  const has = (await decryptedBy(c.var, ballot.id)).includes(one.number)
  return {
    due: due !== 'done' || !opened ? due : has ? 'decrypted' : sealed ? 'decrypt' : ballot.state === 'closed' ? 'early' : 'later',
    needed: guards.needed,
    certificates: due === 'polynomial' || due === 'output' ? write(certificatesOf(guards)) : null,
    input: due === 'output' ? write(inputOf(guards, one)) : null,
    sealed: sealedShareOf(one),
    election: sealed ? (opened?.election ?? null) : null,
    tally: sealed?.raw ?? null,
    fingerprint: keyShown(one, key?.public_key),
  }
}

const keyShown = ({ steps }: Trustee, published: bigint | undefined) => {
  if (published !== undefined) return keyFingerprint(published)
  if (steps.key !== undefined) return keyFingerprint(read(readers.trusteePublicKey, steps.key).public_key)
  return steps.output === undefined ? null : keyFingerprint(read(readers.output, steps.output).public_key.public_key)
}
