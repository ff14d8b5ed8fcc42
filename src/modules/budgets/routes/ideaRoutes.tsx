import { isFollowing } from '#engines/following'
import { isVisibleTo, moderationOf, paceRefusal, registerContent, withinRate } from '#engines/moderation'
import { formCode } from '#engines/paper'
import { emptyForm, type Form, refuseField, type Submission } from '#kernel/forms'
import { agent, anyone, conflict, forbidden, notFound, page, redirect, resident, router, signedIn, submitted, townHall } from '#kernel/http'
import { formatDate } from '#kernel/i18n'
import { commitmentsOf } from '#modules/commitments'
import { measuresById } from '#modules/measures'
import { AnswerForm, AppealForm, IdeaForm, MergeForm, MessageForm, StudyForm, WithdrawForm } from '../forms.ts'
import { winnersOf } from '../count/content.ts'
import { words } from '../locales/index.ts'
import { IdeaFormPage } from '../pages/IdeaFormPage.tsx'
import { IdeaPage } from '../pages/IdeaPage.tsx'
import type { IdeaProps } from '../pages/ideaProps.ts'
import { mayPropose } from '../participation.ts'
import { type Budget, readSectors } from '../queries/budgets.ts'
import { readCount } from '../queries/counts.ts'
import {
  addIdea,
  changeIdea,
  type Idea,
  type IdeaWords,
  mergedInto,
  mergeIdea,
  readCredits,
  readIdea,
  readIdeas,
  readVersions,
  similarIdeas,
  withdrawIdea,
} from '../queries/ideas.ts'
import { makeMeasure } from '../queries/measures.ts'
import { readMap } from '../queries/places.ts'
import { addAppeal, addMessage, addStudy, answerAppeal, readMessages, readStudies, type Study } from '../queries/studies.ts'
import { money } from '../rules/euros.ts'
import { canAppeal, canEdit, canMerge, canStudy, canWithdraw } from '../rules/ideas.ts'
import { readCostLines, readPoint } from '../rules/reading.ts'
import type { Tables } from '../schema.ts'
import { budgetOf, ideaOf, mapOf, type Request } from './reads.ts'
import { budgetPath, ideaPath, ideaSubject, messageSubject } from '../rules/sitePath.ts'

type Found = NonNullable<Awaited<ReturnType<typeof ideaOf>>>

/** Ideas proposed, changed, merged, withdrawn; studied, discussed, appealed; and made measures once they won. */
export const ideaRoutes = router<Tables>()
  .get('/budgets/:gatheringBudget/idees/nouvelle', anyone, async c => {
    const budget = await budgetOf(c)
    return budget ? formPage(c, budget, null, emptyForm(IdeaForm)) : notFound(c)
  })
  .post('/budgets/:gatheringBudget/idees', resident, async c => {
    const budget = await budgetOf(c)
    if (!budget) return notFound(c)
    const t = words(c.var.locale)
    if (budget.phase !== 'ideas') return conflict(c, t('cannot.not-ideas'))
    if (!(await mayPropose(c.var, budget)).ok) return forbidden(c, t('cannot.participate'))
    const { personId, college } = signedIn(c)
    const form = await submitted(c, IdeaForm)
    if (!form.ok) return formPage(c, budget, null, form, 422)
    const read = await placed(c, budget, form)
    if (!read.ok) return formPage(c, budget, null, read.form, 422)
    const similar = form.value.isNew ? [] : await similarIdeas(c.var, budget.id, form.value.title)
    if (similar.length > 0) return formPage(c, budget, null, form, 200, similar)
    const pace = await withinRate(c.var, 'budget-idea')
    if (!pace.ok) return formPage(c, budget, null, refuseField(form, '', paceRefusal(pace, c.var.locale)), 429)
    const id = await addIdea(c.var, budget.id, { personId, college: college ?? 'users' }, read.words)
    await register(c, id, read.words, personId)
    return redirect(c, ideaPath(id))
  })

  .get('/budgets/idees/:budgetIdea', anyone, async c => {
    const found = await ideaOf(c)
    return found ? ideaPage(c, found) : notFound(c)
  })
  .get('/budgets/idees/:budgetIdea/modification', resident, async c => {
    const found = await ideaOf(c)
    if (!found) return notFound(c)
    const refusal = refuse(c, canEdit(askedOf(c, found)))
    if (refusal) return refusal
    const { title, text, sector, place, latitude, longitude } = found.idea
    const point = latitude === null ? '' : `${latitude} ${longitude}`
    return formPage(c, found.budget, found.idea, emptyForm(IdeaForm, { title, text, sector: sector ?? '', place, point }))
  })
  .post('/budgets/idees/:budgetIdea/modification', resident, async c => {
    const found = await ideaOf(c)
    if (!found) return notFound(c)
    const refusal = refuse(c, canEdit(askedOf(c, found)))
    if (refusal) return refusal
    const form = await submitted(c, IdeaForm)
    if (!form.ok) return formPage(c, found.budget, found.idea, form, 422)
    const read = await placed(c, found.budget, form)
    if (!read.ok) return formPage(c, found.budget, found.idea, read.form, 422)
    await changeIdea(c.var, found.idea, read.words)
    await register(c, found.idea.id, read.words, found.idea.authorId)
    return redirect(c, ideaPath(found.idea.id))
  })
  .post('/budgets/idees/:budgetIdea/retrait', resident, async c => {
    const found = await ideaOf(c)
    if (!found) return notFound(c)
    const refusal = refuse(c, canWithdraw(askedOf(c, found)))
    if (refusal) return refusal
    const form = await submitted(c, WithdrawForm)
    if (!form.ok) return ideaPage(c, found, { withdraw: form }, 422)
    await withdrawIdea(c.var, found.idea, form.value.withdrawReason)
    return redirect(c, ideaPath(found.idea.id))
  })

  .post('/budgets/idees/:budgetIdea/messages', resident, async c => {
    const found = await ideaOf(c)
    if (!found) return notFound(c)
    if (!isOpen(found)) return conflict(c, words(c.var.locale)('cannot.too-late'))
    const form = await submitted(c, MessageForm)
    if (!form.ok) return ideaPage(c, found, { message: form }, 422)
    const pace = await withinRate(c.var, 'budget-message')
    if (!pace.ok) return ideaPage(c, found, { message: refuseField(form, '', paceRefusal(pace, c.var.locale)) }, 429)
    const { personId, college } = signedIn(c)
    const id = await addMessage(c.var, found.idea, { personId, college: college ?? 'users' }, form.value.message)
    await registerContent(c.var, {
      subject: messageSubject(id),
      authorId: personId,
      text: form.value.message,
      url: `${ideaPath(found.idea.id)}#message-${id}`,
    })
    return redirect(c, `${ideaPath(found.idea.id)}#dialogue`)
  })

  .post('/budgets/idees/:budgetIdea/etude', agent, async c => {
    const found = await ideaOf(c)
    if (!found) return notFound(c)
    const refusal = refuse(c, canStudy({ phase: found.budget.phase, state: found.idea.state }))
    if (refusal) return refusal
    const form = checkedStudy(c, found.budget, await submitted(c, StudyForm))
    if (!form.ok) return ideaPage(c, found, { study: form }, 422)
    const { outcome, reason, saidAs, lines } = form.value
    await addStudy(c.var, found.idea, { outcome, reason, saidAs, lines: outcome === 'admissible' ? (readCostLines(lines) ?? []) : [] })
    return redirect(c, `${ideaPath(found.idea.id)}#vie`)
  })
  .post('/budgets/idees/:budgetIdea/recours', resident, async c => {
    const found = await ideaOf(c)
    if (!found) return notFound(c)
    const last = (await readStudies(c.var, found.idea.id)).at(-1)
    const refusal = refuse(c, canAppeal({ ...askedOf(c, found), hasAppealed: last?.appeal !== null && last !== undefined }))
    if (refusal || !last) return refusal ?? conflict(c)
    const form = await submitted(c, AppealForm)
    if (!form.ok) return ideaPage(c, found, { appeal: form }, 422)
    await addAppeal(c.var, found.idea, last.id, form.value.appeal)
    return redirect(c, `${ideaPath(found.idea.id)}#vie`)
  })
  .post('/budgets/idees/:budgetIdea/recours/reponse', agent, async c => {
    const found = await ideaOf(c)
    if (!found) return notFound(c)
    const study = awaitingAnswer(await readStudies(c.var, found.idea.id))
    if (!study) return conflict(c, words(c.var.locale)('cannot.nothing'))
    const form = await submitted(c, AnswerForm)
    if (!form.ok) return ideaPage(c, found, { answer: form }, 422)
    await answerAppeal(c.var, found.idea, study.id, { outcome: form.value.decision, reason: form.value.answer })
    return redirect(c, `${ideaPath(found.idea.id)}#vie`)
  })

  .post('/budgets/idees/:budgetIdea/fusion', agent, async c => {
    const found = await ideaOf(c)
    if (!found) return notFound(c)
    const form = await submitted(c, MergeForm)
    if (!form.ok) return ideaPage(c, found, { merge: form }, 422)
    const t = words(c.var.locale)
    const into = await readIdea(c.var, form.value.into)
    if (!into) return ideaPage(c, found, { merge: refuseField(form, 'into', t('merge.cannot.unknown')) }, 422)
    const verdict = canMerge(found.budget.phase, found.idea, into)
    if (!verdict.ok) return ideaPage(c, found, { merge: refuseField(form, 'into', t(`merge.cannot.${verdict.because}`)) }, 422)
    await mergeIdea(c.var, found.idea, into, form.value.mergeReason)
    return redirect(c, ideaPath(into.id))
  })
  .post('/budgets/idees/:budgetIdea/mesure', agent, async c => {
    const found = await ideaOf(c)
    if (!found) return notFound(c)
    const t = words(c.var.locale)
    if (found.idea.measure !== null) return conflict(c, t('cannot.has-measure'))
    if (!(await hasWon(c, found))) return conflict(c, t('cannot.not-won'))
    await makeMeasure(c.var, found.idea, t('measure.reason', { budget: found.budget.title }))
    return redirect(c, `${ideaPath(found.idea.id)}#suite`)
  })

const askedOf = (c: Request, { idea, budget }: Found) => ({
  phase: budget.phase,
  state: idea.state,
  isAuthor: c.var.actor.personId !== null && c.var.actor.personId === idea.authorId,
})

type Refusal = 'not-author' | 'too-late' | 'gone' | 'nothing' | 'already'
const refuse = (c: Request, verdict: { readonly ok: true } | { readonly ok: false; readonly because: Refusal }) => {
  if (verdict.ok) return null
  const said = words(c.var.locale)(`cannot.${verdict.because}`)
  return verdict.because === 'not-author' ? forbidden(c, said) : conflict(c, said)
}

const isOpen = ({ idea, budget }: Found) =>
  (budget.phase === 'ideas' || budget.phase === 'study') && idea.state !== 'merged' && idea.state !== 'withdrawn'

const awaitingAnswer = (studies: readonly Study[]) => studies.find(({ appeal, answer }) => appeal !== null && answer === null)

const register = (c: Request, id: string, { title, text, place }: IdeaWords, authorId: string | null) =>
  registerContent(c.var, { subject: ideaSubject(id), authorId, text: [title, text, place].join('\n\n'), url: ideaPath(id) })

/** Where it is: the point that was typed, else that of the named place. */
const placed = async (
  c: Request,
  budget: Budget,
  form: Submission<IdeaForm> & { ok: true },
): Promise<{ ok: true; words: IdeaWords } | { ok: false; form: Form<IdeaForm> }> => {
  const { title, text, sector, namedPlace, place, point } = form.value
  const typed = point === '' ? null : readPoint(point)
  if (point !== '' && typed === null) return { ok: false, form: refuseField(form, 'point', words(c.var.locale)('idea.pointWrong')) }
  const named = namedPlace === null ? undefined : (await readMap(c.var)).places.find(({ id }) => id === namedPlace)
  const known = (await readSectors(c.var, budget.id)).some(({ id }) => id === sector)
  const at = typed ?? named
  return {
    ok: true,
    words: {
      title,
      text,
      sector: known ? sector : null,
      place: place || (named?.name ?? ''),
      latitude: at?.latitude ?? null,
      longitude: at?.longitude ?? null,
    },
  }
}

const checkedStudy = (c: Request, { rules }: Budget, form: Submission<StudyForm>): Submission<StudyForm> => {
  if (!form.ok || form.value.outcome !== 'admissible') return form
  const t = words(c.var.locale)
  const lines = readCostLines(form.value.lines)
  if (!lines) return refuseField(form, 'lines', t('study.linesWrong'))
  const most = rules.ceilingCents ?? rules.envelopeCents
  const total = lines.reduce((sum, { cents }) => sum + cents, 0)
  return total > most ? refuseField(form, 'lines', t('study.tooCostly', { most: money(most, c.var.locale) })) : form
}

const countOf = async (c: Request, { idea, budget }: Found) => {
  const count = budget.isCounted ? await readCount(c.var, budget.id) : null
  const project = count?.content.projects.find(one => one.idea === idea.id)
  return count && project ? { project, content: count.content } : null
}
const hasWon = async (c: Request, found: Found) => {
  const count = await countOf(c, found)
  if (!count || found.budget.archive) return false
  const isProvisional = count.content.ties.length > 0 && count.content.seed === null
  return !isProvisional && winnersOf(count.content).includes(count.project.id)
}

const formPage = async (
  c: Request,
  budget: Budget,
  idea: Idea | null,
  form: Form<IdeaForm>,
  status: 200 | 422 | 429 = 200,
  similar: readonly Idea[] = [],
) =>
  page(
    c,
    <IdeaFormPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      budget={budget}
      form={form}
      sectors={await readSectors(c.var, budget.id)}
      map={await mapOf(c.var, budget)}
      similar={similar}
      code={await formCode(c.var, `${budgetPath(budget.id)}/idees/nouvelle`)}
      idea={idea}
      isSignedIn={c.var.actor.personId !== null}
    />,
    status,
  )

const ideaPage = async (c: Request, found: Found, forms: Partial<IdeaProps['forms']> = {}, status: 200 | 422 | 429 = 200) => {
  const { idea, budget } = found
  const { db, body, locale, actor } = c.var
  const studies = await readStudies(c.var, idea.id)
  const messages = await readMessages(c.var, idea.id)
  const asked = askedOf(c, found)
  const isAgent = agent.allows(actor)
  const last = studies.at(-1)
  const others = isAgent && isOpen(found) ? await mergeable(c, idea) : []
  const [measure] = idea.measure ? await measuresById(db, body.id, [idea.measure]) : []
  const subjects = [ideaSubject(idea.id), ...messages.map(({ id }) => messageSubject(id))]
  const moderated = await moderationOf(db, body.id, subjects)
  return page(
    c,
    <IdeaPage
      t={words(locale)}
      locale={locale}
      budget={budget}
      reader={actor}
      idea={idea}
      credits={await readCredits(c.var, idea.id)}
      versions={await readVersions(c.var, idea.id)}
      merged={await mergedInto(c.var, idea.id)}
      studies={studies}
      messages={messages.filter(
        ({ id }) => moderated.get(messageSubject(id)).state !== 'held' || isVisibleTo(moderated.get(messageSubject(id)), actor),
      )}
      moderated={moderated}
      map={await mapOf(c.var, budget)}
      count={await countOf(c, found)}
      followUp={{ measure: measure ?? null, commitments: idea.measure ? await promisesOf(c, idea.measure) : [] }}
      isFollowing={actor.personId === null ? null : await isFollowing(c.var, ideaSubject(idea.id), actor.personId)}
      may={{
        edit: canEdit(asked).ok,
        withdraw: canWithdraw(asked).ok,
        appeal: last !== undefined && canAppeal({ ...asked, hasAppealed: last.appeal !== null }).ok,
        write: actor.personId !== null && isOpen(found),
        study: isAgent && canStudy(asked).ok,
        answer: isAgent && awaitingAnswer(studies) !== undefined,
        merge: others.length > 0,
        commit: townHall.allows(actor),
        makeMeasure: isAgent && idea.measure === null && (await hasWon(c, found)),
      }}
      others={others}
      forms={{
        study: emptyForm(StudyForm),
        message: emptyForm(MessageForm),
        appeal: emptyForm(AppealForm),
        answer: emptyForm(AnswerForm),
        merge: emptyForm(MergeForm),
        withdraw: emptyForm(WithdrawForm),
        ...forms,
      }}
    />,
    status,
  )
}

/** Other ideas of the budget, the most alike first. */
const mergeable = async (c: Request, idea: Idea) => {
  const alike = await similarIdeas(c.var, idea.budget, idea.title, idea.id)
  const all = await readIdeas(c.var, { budget: idea.budget }, { size: 300, start: 0 })
  const first = new Set(alike.map(({ id }) => id))
  return [...alike, ...all.filter(({ id }) => !first.has(id) && id !== idea.id)]
}

const promisesOf = async (c: Request, measure: string) =>
  (await commitmentsOf(c.var, { measure }, { size: 10, start: 0 })).map(({ id, title, dueOn }) => ({
    title,
    url: `/engagements/${id}`,
    note: words(c.var.locale)('measure.due', { date: formatDate(dueOn, c.var.locale) }),
  }))
