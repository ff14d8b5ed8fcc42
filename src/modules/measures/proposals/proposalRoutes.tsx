import { isTownHall, isVisibleTo, moderationOf, paceRefusal, registerContent, withinRate } from '#engines/moderation'
import { formCode } from '#engines/paper'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import {
  anyone,
  type C,
  conflict,
  forbidden,
  notFound,
  page,
  pageOf,
  redirect,
  resident,
  router,
  signedIn,
  submitted,
  townHall,
} from '#kernel/http'
import type { KernelTables } from '#kernel/service'
import { readSections } from '../queries/readSections.ts'
import type { MeasureTables } from '../schema.ts'
import { BroughtMeasure, NewProposal, PublishForm, RefuseForm } from './forms.ts'
import { words } from './locales/index.ts'
import { NewProposalPage } from './pages/NewProposalPage.tsx'
import { ProposalPage } from './pages/ProposalPage.tsx'
import { ProposalsPage } from './pages/ProposalsPage.tsx'
import {
  closeProposal,
  fileProposal,
  type Proposal,
  proposalPath,
  proposalSubject,
  publishProposal,
  readProposalOf,
  readProposals,
} from './queries/proposals.ts'
import { canDecideProposal, type ProposalOutcome } from './rules/canDecideProposal.ts'

type Here = C<MeasureTables & KernelTables>
const base = '/mesures/propositions'

/** Anyone signed in proposes a measure; the town hall publishes or refuses it, with a reason. */
export const proposalRoutes = router<MeasureTables>()
  .get(base, anyone, async c => {
    const asked = pageOf(c)
    const found = await readProposals(c.var, asked)
    const shown = found.slice(0, asked.size)
    const moderated = await moderationOf(
      c.var.db,
      c.var.body.id,
      shown.map(({ id }) => proposalSubject(id)),
    )
    const proposals = shown.filter(({ id }) => {
      const one = moderated.get(proposalSubject(id))
      return one.state !== 'held' || isVisibleTo(one, c.var.actor)
    })
    const props = { t: words(c.var.locale), reader: c.var.actor, proposals, moderated }
    return page(c, <ProposalsPage {...props} pageNumber={asked.number} hasMore={found.length > asked.size} />)
  })

  .get(`${base}/nouvelle`, anyone, c => {
    const { titre, texte, motif, origine } = BroughtMeasure.parse(c.req.query())
    return newPage(c, emptyForm(NewProposal, { title: titre, text: texte, reason: motif, origin: origine }))
  })

  .post(base, resident, async c => {
    const { personId, college } = signedIn(c)
    const form = await submitted(c, NewProposal)
    if (!form.ok) return newPage(c, form, 422)
    const pace = await withinRate(c.var, 'measure-proposal')
    if (!pace.ok) return newPage(c, refuseField(form, '', paceRefusal(pace, c.var.locale)), 429)
    const id = await fileProposal(c.var, { personId, college: college ?? 'users' }, form.value)
    const { title, text, reason } = form.value
    await registerContent(c.var, {
      subject: proposalSubject(id),
      authorId: personId,
      text: [title, text, reason].join('\n\n'),
      url: proposalPath(id),
    })
    return redirect(c, proposalPath(id))
  })

  .get(`${base}/:proposedMeasure`, anyone, async c => {
    const proposal = await found(c)
    return proposal ? proposalPage(c, proposal) : notFound(c)
  })

  .post(`${base}/:proposedMeasure/publication`, townHall, async c => {
    const proposal = await found(c)
    if (!proposal) return notFound(c)
    const refusal = await refusalOf(c, proposal, 'published')
    if (refusal) return refusal
    const form = await submitted(c, PublishForm)
    if (!form.ok) return proposalPage(c, proposal, { publish: form }, 422)
    const { section, reason } = form.value
    const isKnown = section === '' || (await readSections(c.var.db, c.var.body.id)).some(({ id }) => id === section)
    if (!isKnown)
      return proposalPage(c, proposal, { publish: refuseField(form, 'section', words(c.var.locale)('decide.sectionWrong')) }, 422)
    return redirect(c, `/mesures/${await publishProposal(c.var, proposal, section || null, reason)}`)
  })

  .post(`${base}/:proposedMeasure/refus`, townHall, async c => {
    const proposal = await found(c)
    if (!proposal) return notFound(c)
    const refusal = await refusalOf(c, proposal, 'refused')
    if (refusal) return refusal
    const form = await submitted(c, RefuseForm)
    if (!form.ok) return proposalPage(c, proposal, { refuse: form }, 422)
    await closeProposal(c.var, proposal, 'refused', form.value.reason)
    return redirect(c, proposalPath(proposal.id))
  })

  .post(`${base}/:proposedMeasure/retrait`, resident, async c => {
    const proposal = await found(c)
    if (!proposal) return notFound(c)
    const refusal = await refusalOf(c, proposal, 'withdrawn')
    if (refusal) return refusal
    await closeProposal(c.var, proposal, 'withdrawn', '')
    return redirect(c, proposalPath(proposal.id))
  })

/** The proposal named in the address; one that moderation holds does not exist yet for others. */
const found = async (c: Here): Promise<Proposal | null> => {
  const proposal = await readProposalOf(c.var, c.req.param('proposedMeasure') ?? '0')
  if (!proposal) return null
  const moderated = await moderatedOf(c, proposal)
  return moderated.state === 'held' && !isVisibleTo(moderated, c.var.actor) ? null : proposal
}

const moderatedOf = async (c: Here, { id }: Proposal) =>
  (await moderationOf(c.var.db, c.var.body.id, [proposalSubject(id)])).get(proposalSubject(id))

const refusalOf = async (c: Here, proposal: Proposal, outcome: ProposalOutcome) => {
  const verdict = canDecideProposal({
    outcome,
    isDecided: proposal.decision !== null,
    isTownHall: isTownHall(c.var.actor),
    isAuthor: c.var.actor.personId !== null && c.var.actor.personId === proposal.authorId,
    isVisible: (await moderatedOf(c, proposal)).state === 'visible',
  })
  if (verdict.ok) return null
  const said = words(c.var.locale)(`cannot.${verdict.because}`)
  return verdict.because === 'decided' || verdict.because === 'hidden' ? conflict(c, said) : forbidden(c, said)
}

const newPage = async (c: Here, form: Form<NewProposal>, status: 200 | 422 | 429 = 200) => {
  const origin = NewProposal.shape.origin.parse([form.values['origin'] ?? ''].flat()[0])
  const code = await formCode(c.var, `${base}/nouvelle`)
  return page(c, <NewProposalPage t={words(c.var.locale)} form={form} origin={origin} code={code} />, status)
}

const proposalPage = async (
  c: Here,
  proposal: Proposal,
  forms: { publish?: Form<PublishForm>; refuse?: Form<RefuseForm> } = {},
  status: 200 | 422 = 200,
) => {
  const { actor, locale } = c.var
  const isOpen = proposal.decision === null
  const decide = isOpen &&
    isTownHall(actor) && {
      publish: forms.publish ?? emptyForm(PublishForm),
      refuse: forms.refuse ?? emptyForm(RefuseForm),
      sections: await readSections(c.var.db, c.var.body.id),
    }
  return page(
    c,
    <ProposalPage
      t={words(locale)}
      locale={locale}
      reader={actor}
      proposal={proposal}
      moderated={await moderatedOf(c, proposal)}
      decide={decide || null}
      mayWithdraw={isOpen && actor.personId !== null && actor.personId === proposal.authorId}
    />,
    status,
  )
}
