import { withinRate, paceRefusal } from '#engines/moderation'
import { formCode } from '#engines/paper'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, conflict, forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { ProposePage } from '../pages/ProposePage.tsx'
import { OwnAnswersPage } from '../pages/OwnAnswersPage.tsx'
import { TakePartPage } from '../pages/TakePartPage.tsx'
import { WholeSheetPage } from '../pages/WholeSheetPage.tsx'
import { SheetForm, StatementForm, VoteForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { castVote } from '../queries/castVote.ts'
import type { Consultation } from '../queries/consultations.ts'
import { progressOf } from '../queries/nextStatements.ts'
import { answersOf, type Participant, participantOf } from '../queries/participants.ts'
import { proposedBy, proposeStatement, similarTo, statements } from '../queries/statements.ts'
import { readSheet } from '../rules/readSheet.ts'
import { canPropose, canVote } from '../rules/standing.ts'
import { answerOf, voteOf } from '../rules/terms.ts'
import type { ConsultationTables } from '../schema.ts'
import { attachLoose, broughtDevice, looseOn, readerOf, voterOf } from '../voter.ts'
import { found, type Request } from './reads.ts'

const base = '/consultations/:consultation'

/** Answering, one statement at a time or all on one page; changing one's mind; proposing a statement. */
export const takePartRoutes = router<ConsultationTables>()
  .get(`${base}/participer`, anyone, async c => {
    const one = await found(c)
    return one ? takePartPage(c, one.consultation, emptyForm(VoteForm)) : notFound(c)
  })

  .post(`${base}/votes`, anyone, async c => {
    const id = c.req.param('consultation')!
    const form = await submitted(c, VoteForm)
    if (!form.ok) {
      const one = await found(c)
      return one ? takePartPage(c, one.consultation, form, 422) : notFound(c)
    }
    await attachLoose(c, id)
    const { statement, vote, passed, back } = form.value
    const refusal = await castOr(c, id, statement, voteOf(vote))
    if (refusal) return refusal
    const passing = numbersIn(passed).filter(one => one !== statement)
    return redirect(
      c,
      back === 'mes-reponses'
        ? `/consultations/${id}/mes-reponses#a-${statement}`
        : `/consultations/${id}/participer?suite=1${passing.length > 0 ? `&passer=${passing.join(',')}` : ''}`,
    )
  })

  .post(`${base}/rattachement`, resident, async c => {
    const one = await found(c)
    if (!one) return notFound(c)
    await attachLoose(c, one.consultation.id)
    return redirect(c, `/consultations/${one.consultation.id}/mes-reponses`)
  })

  .get(`${base}/mes-reponses`, anyone, async c => {
    const one = await found(c)
    if (!one) return notFound(c)
    const { consultation } = one
    const me = await whoAnswers(c, consultation)
    const answers = me && !me.isAttached ? await answersOf(c.var, consultation.id, me.id) : []
    return page(
      c,
      <OwnAnswersPage
        t={words(c.var.locale)}
        consultation={consultation}
        answers={answers}
        isOpen={canVote({ ...consultation, today: c.var.today }).ok}
        isAttached={me?.isAttached ?? false}
        loose={await looseOn(c, consultation.id)}
        isSignedIn={c.var.actor.personId !== null}
      />,
    )
  })

  .get(`${base}/papier`, anyone, async c => {
    const one = await found(c)
    return one ? wholeSheet(c, one.consultation) : notFound(c)
  })
  .post(`${base}/papier`, anyone, async c => {
    const one = await found(c)
    if (!one) return notFound(c)
    const { id } = one.consultation
    const form = await submitted(c, SheetForm)
    const votes = readSheet(form.values)
    if (votes.length === 0) return wholeSheet(c, one.consultation, words(c.var.locale)('sheet.nothing'))
    await attachLoose(c, id)
    for (const { statement, vote } of votes) {
      const refusal = await castOr(c, id, statement, vote)
      if (refusal) {
        c.var.finish.rollback = true
        return refusal
      }
    }
    return redirect(c, `/consultations/${id}/mes-reponses`)
  })

  .get(`${base}/affirmations/nouvelle`, anyone, async c => {
    const one = await found(c)
    if (!one) return notFound(c)
    const verdict = await mayPropose(c, one.consultation)
    const text = (c.req.query('texte') ?? '').toWellFormed().slice(0, 280)
    return page(
      c,
      <ProposePage
        {...{ t: words(c.var.locale), consultation: one.consultation, verdict, similar: [], isSignedIn: c.var.actor.personId !== null }}
        form={emptyForm(StatementForm, { text })}
      />,
    )
  })
  .post(`${base}/affirmations`, anyone, async c => {
    const one = await found(c)
    if (!one) return notFound(c)
    const { consultation } = one
    const t = words(c.var.locale)
    const verdict = await mayPropose(c, consultation)
    if (!verdict.ok) {
      const said = t(`refusal.${verdict.because}`)
      return verdict.because === 'sign-in' || verdict.because === 'verify' || verdict.because === 'nobody'
        ? forbidden(c, said)
        : conflict(c, said)
    }
    const form = await submitted(c, StatementForm)
    const props = { t, consultation, verdict, isSignedIn: c.var.actor.personId !== null }
    if (!form.ok) return page(c, <ProposePage {...props} similar={[]} form={form} />, 422)
    const similar = form.value.confirmed ? [] : await similarTo(c.var, consultation.id, form.value.text)
    if (similar.length > 0) return page(c, <ProposePage {...props} similar={similar} form={form} />)
    const pace = await withinRate(c.var, 'statement')
    if (!pace.ok) return page(c, <ProposePage {...props} similar={[]} form={refuseField(form, '', paceRefusal(pace, c.var.locale))} />, 429)
    const me = await participantOf(c.var, consultation.id, voterOf(c, consultation.id))
    const { state } = await proposeStatement(c.var, consultation.id, {
      text: form.value.text,
      participant: me?.id ?? null,
      readFirst: consultation.moderated === 'before',
    })
    return redirect(c, `/consultations/${consultation.id}/participer?proposee=${state === 'visible' ? 'oui' : 'lue-avant'}`)
  })

const numbersIn = (typed: string | undefined) =>
  [
    ...new Set(
      (typed ?? '')
        .split(',')
        .filter(one => /^\d{1,9}$/.test(one))
        .map(Number),
    ),
  ].slice(0, 100)

/** Casts the vote; an answer in words when it may not be. */
const castOr = async (c: Request, id: string, statement: number, vote: -1 | 0 | 1): Promise<Response | null> => {
  const cast = await castVote(c.var, id, voterOf(c, id), { statement, vote })
  if (!cast || cast.state === 'draft') return notFound(c)
  const t = words(c.var.locale)
  const verdict = canVote({ ...cast, today: c.var.today })
  if (!verdict.ok) return conflict(c, t(`refusal.${verdict.because}`))
  if (cast.isAttached) return conflict(c, t('refusal.attached'))
  return cast.isStatement ? null : conflict(c, t('refusal.gone'))
}

const whoAnswers = async (c: Request, consultation: Consultation): Promise<Participant | null> => {
  const reader = readerOf(c, consultation.id)
  return reader && participantOf(c.var, consultation.id, reader)
}

const mayPropose = async (c: Request, consultation: Consultation) => {
  const { actor, today } = c.var
  const me = await whoAnswers(c, consultation)
  const alreadyProposed =
    me || actor.personId ? await proposedBy(c.var, consultation.id, { person: actor.personId, participant: me?.id ?? null }) : 0
  return canPropose({
    ...consultation,
    today,
    isSignedIn: actor.personId !== null,
    isVerified: actor.roles.has('verified'),
    hasAnswered: me !== null,
    alreadyProposed,
  })
}

const takePartPage = async (c: Request, consultation: Consultation, form: Form<VoteForm>, status: 200 | 422 = 200) => {
  const { actor, today, locale } = c.var
  const me = await whoAnswers(c, consultation)
  const passed = numbersIn(c.req.query('passer') ?? [form.values.passed ?? ''].flat()[0])
  const progress = await progressOf(c.var, consultation.id, me?.id ?? null, passed)
  const wanted = numbersIn(c.req.query('affirmation') ?? [form.values.statement ?? ''].flat()[0])[0]
  const number = wanted ?? progress.next[0]
  const statement =
    number === undefined ? null : (await statements(c.var, consultation.id, { from: number, limit: 1 })).find(one => one.number === number)
  const proposed = c.req.query('proposee')
  return page(
    c,
    <TakePartPage
      t={words(locale)}
      consultation={consultation}
      verdict={canVote({ ...consultation, today })}
      statement={statement ?? null}
      isChange={wanted !== undefined}
      progress={progress}
      passed={passed}
      isAttached={me?.isAttached ?? false}
      isWithoutToken={c.req.query('suite') === '1' && actor.personId === null && !broughtDevice(c)}
      loose={await looseOn(c, consultation.id)}
      isSignedIn={actor.personId !== null}
      proposed={proposed === 'oui' ? 'visible' : proposed === 'lue-avant' ? 'held' : null}
      mayPropose={(await mayPropose(c, consultation)).ok}
      form={form}
    />,
    status,
  )
}

const wholeSheet = async (c: Request, consultation: Consultation, error: string | null = null) => {
  const me = await whoAnswers(c, consultation)
  const given = me && !me.isAttached ? await answersOf(c.var, consultation.id, me.id) : []
  return page(
    c,
    <WholeSheetPage
      t={words(c.var.locale)}
      consultation={consultation}
      statements={await statements(c.var, consultation.id, { limit: 300 })}
      chosen={new Map(given.map(one => [one.statement, answerOf(one.vote)]))}
      isOpen={canVote({ ...consultation, today: c.var.today }).ok}
      code={await formCode(c.var, `/consultations/${consultation.id}/papier`)}
      error={error}
    />,
    error ? 422 : 200,
  )
}
