import { emptyForm, type Form, type FormValues, refuseField, type Submission } from '#kernel/forms'
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
  type Routes,
  signedIn,
  submitted,
  tooMany,
  townHall,
} from '#kernel/http'
import { paceRefusal, withinRate } from '#engines/moderation'
import { formCode } from '#engines/paper'
import { EditedArgument, NewArgument, NewReply, OfficialAnswer, QualityMark, sourcesOf } from './forms.ts'
import { words } from './locales/index.ts'
import { ArgumentPage } from './pages/ArgumentPage.tsx'
import { debateAddress, DebatePage, viewFrom } from './pages/DebatePage.tsx'
import { VersionsPage } from './pages/VersionsPage.tsx'
import { EditArgumentPage, NewArgumentPage } from './pages/WriteArgumentPage.tsx'
import { debateView, shownArgument, shownReplies, type ShownReply } from './queries/debateView.ts'
import { repliesTo, revisionsOf } from './queries/readArguments.ts'
import { supportArgument, withdrawSupport } from './queries/supportArgument.ts'
import { weighedArguments } from './queries/weighedArguments.ts'
import { editArgument, fileArgument, fileReply, markAnswered, withdrawArgument } from './queries/writeArgument.ts'
import { canEdit, canReply, canSupport, canWithdraw } from './rules/participation.ts'
import { type DebateMount, type DebateSubject, debateUrl } from './subject.ts'
import type { DebateTables } from './tables.ts'

type Here = C<DebateTables>

/** Every page and gesture of a debate, at the address where a service mounts it. */
export const debateRoutes = ({ base, subjectOf, powers = {}, sideOf, wantsNews }: DebateMount): Routes => {
  const argue = powers.argue ?? resident
  const support = powers.support ?? resident

  return (
    router<DebateTables>()
      .get(base, anyone, async c => {
        const subject = await subjectOf(c)
        if (!subject) return notFound(c)
        const asked = { view: viewFrom(c.req.query('voir')), latestFirst: c.req.query('ordre') === 'recent', page: pageOf(c), replies: 2 }
        const debate = await debateView(c.var, subject.key, asked)
        const { actor, locale, today } = c.var
        return page(c, <DebatePage {...{ locale, actor, subject, debate, today, ...asked }} pageNumber={asked.page.number} />)
      })

      // Anyone may print the form, to fill it in by hand.
      .get(`${base}/nouveau`, anyone, async c => {
        const subject = await subjectOf(c)
        if (!subject) return notFound(c)
        if (!subject.isOpen) return conflict(c, words(c.var.locale)('refused.closed'))
        const stance = c.req.query('sens')
        const form = emptyForm(
          NewArgument,
          stance === 'pour' ? { stance: 'for' } : stance === 'contre' ? { stance: 'against' } : stance === 'question' ? { stance } : {},
        )
        return newArgumentPage(c, subject, form)
      })

      .post(base, argue, async c => {
        const { personId } = signedIn(c)
        const subject = await subjectOf(c)
        if (!subject) return notFound(c)
        const { locale } = c.var
        const form = await submitted(c, NewArgument)
        const again = (refusal: Form<NewArgument>, status: 409 | 422 | 429) => newArgumentPage(c, subject, refusal, status)
        if (!form.ok) return again(form, 422)
        if (!subject.isOpen) return again(refuseField(form, '', words(locale)('refused.closed')), 409)
        const pace = await withinRate(c.var, 'argument')
        if (!pace.ok) return again(refuseField(form, '', paceRefusal(pace, locale)), 429)

        const { id } = await fileArgument(c.var, placeOf(subject), { ...form.value, sources: sourcesOf(form.value), personId })
        await wantsNews?.(c.var, subject, `argument:${id}`, personId)
        return redirect(c, `${debateUrl(subject)}/${id}`)
      })

      .get(`${base}/:argument`, anyone, async c => {
        const found = await argumentOf(c, subjectOf)
        if (!found) return notFound(c)
        if (found.argument.parentId) return redirect(c, `${debateUrl(found.subject)}/${found.argument.parentId}#a${found.argument.id}`)
        return argumentPage(c, found, {})
      })

      .post(`${base}/:argument/reponses`, argue, async c => {
        const { personId } = signedIn(c)
        const found = await argumentOf(c, subjectOf)
        if (!found) return notFound(c)
        const { locale } = c.var
        const form = await submitted(c, NewReply)
        if (!form.ok) return argumentPage(c, found, { form }, 422)
        const verdict = canReply(standingOf(found.argument), found.subject.isOpen)
        if (!verdict.ok) return argumentPage(c, found, { form: refuseField(form, '', words(locale)(`refused.${verdict.because}`)) }, 409)
        const pace = await withinRate(c.var, 'argument')
        if (!pace.ok) return argumentPage(c, found, { form: refuseField(form, '', paceRefusal(pace, locale)) }, 429)

        const { id } = await fileReply(c.var, placeOf(found.subject), {
          text: form.value.text,
          parentId: found.argument.id,
          parentAuthor: found.argument.authorId,
          personId,
        })
        await wantsNews?.(c.var, found.subject, `argument:${id}`, personId)
        return redirect(c, `${debateUrl(found.subject)}/${found.argument.id}#a${id}`)
      })

      .post(`${base}/:argument/appui`, support, async c => {
        const { personId } = signedIn(c)
        const found = await argumentOf(c, subjectOf)
        if (!found) return notFound(c)
        const { subject, argument } = found
        const form = await submitted(c, QualityMark)
        if (!form.ok) return argumentPage(c, found, {}, 422)
        const verdict = canSupport(standingOf(argument), personId)
        if (!verdict.ok) return conflict(c, words(c.var.locale)(`refused.${verdict.because}`))
        const pace = await withinRate(c.var, 'mark', 'gesture')
        if (!pace.ok) return tooMany(c, paceRefusal(pace, c.var.locale))

        const side = sideOf ? await sideOf(c.var, subject, personId) : 'other'
        await supportArgument(c.var, { subject: subject.key, argument: argument.id, personId, quality: form.value.quality, side })
        return redirect(c, backTo(subject, argument, form.value.back))
      })

      .post(`${base}/:argument/appui/retrait`, support, async c => {
        const { personId } = signedIn(c)
        const found = await argumentOf(c, subjectOf)
        if (!found) return notFound(c)
        const form = await submitted(c, QualityMark.omit({ quality: true }))
        await withdrawSupport(c.var, { subject: found.subject.key, argument: found.argument.id, personId })
        return redirect(c, backTo(found.subject, found.argument, form.ok ? form.value.back : ''))
      })

      .get(`${base}/:argument/modifier`, argue, async c => {
        const found = await argumentOf(c, subjectOf)
        if (!found) return notFound(c)
        const verdict = canEdit(standingOf(found.argument), c.var.actor.personId, found.subject.isOpen)
        if (!verdict.ok) return refuse(c, verdict.because)
        const form = emptyForm(EditedArgument, typedFrom(found.argument))
        return page(
          c,
          <EditArgumentPage
            locale={c.var.locale}
            subject={found.subject}
            id={found.argument.id}
            isReply={found.argument.parentId !== null}
            form={form}
          />,
        )
      })

      .post(`${base}/:argument/modifier`, argue, async c => {
        const { personId } = signedIn(c)
        const found = await argumentOf(c, subjectOf)
        if (!found) return notFound(c)
        const { subject, argument } = found
        const verdict = canEdit(standingOf(argument), personId, subject.isOpen)
        if (!verdict.ok) return refuse(c, verdict.because)
        const form: Submission<EditedArgument> = await submitted(c, EditedArgument)
        const again = (refusal: Form<EditedArgument>, status: 422 | 429) =>
          page(
            c,
            <EditArgumentPage
              locale={c.var.locale}
              subject={subject}
              id={argument.id}
              isReply={argument.parentId !== null}
              form={refusal}
            />,
            status,
          )
        if (!form.ok) return again(form, 422)
        const pace = await withinRate(c.var, 'argument')
        if (!pace.ok) return again(refuseField(form, '', paceRefusal(pace, c.var.locale)), 429)

        const url = addressOf(subject, argument)
        const sources = argument.parentId === null ? sourcesOf(form.value) : []
        await editArgument(c.var, placeOf(subject), { id: argument.id, text: form.value.text, sources, personId, url })
        return redirect(c, url)
      })

      .post(`${base}/:argument/retrait`, argue, async c => {
        const found = await argumentOf(c, subjectOf)
        if (!found) return notFound(c)
        const verdict = canWithdraw(standingOf(found.argument), c.var.actor.personId)
        if (!verdict.ok) return refuse(c, verdict.because)
        await withdrawArgument(c.var, placeOf(found.subject), found.argument.id)
        return redirect(c, addressOf(found.subject, found.argument))
      })

      .get(`${base}/:argument/versions`, anyone, async c => {
        const found = await argumentOf(c, subjectOf)
        if (!found) return notFound(c)
        const isMine = found.argument.authorId !== null && found.argument.authorId === c.var.actor.personId
        // What was taken back or hidden stays out of sight in its former versions too.
        if (!isMine && !townHall.allows(c.var.actor) && (found.argument.withdrawnAt || found.argument.moderated.state !== 'visible'))
          return notFound(c)
        const versions = await revisionsOf(c.var.db, c.var.body.id, found.argument.id)
        return page(
          c,
          <VersionsPage
            locale={c.var.locale}
            subject={found.subject}
            id={found.argument.parentId ?? found.argument.id}
            versions={versions}
          />,
        )
      })

      .post(`${base}/:argument/reponse-officielle`, townHall, async c => {
        const found = await argumentOf(c, subjectOf)
        if (found?.argument.stance !== 'question') return notFound(c)
        const answerForm = await submitted(c, OfficialAnswer)
        if (!answerForm.ok) return argumentPage(c, found, { answerForm }, 422)
        await markAnswered(c.var, placeOf(found.subject), found.argument.id, answerForm.value.url)
        return redirect(c, `${debateUrl(found.subject)}/${found.argument.id}`)
      })
  )
}

interface Found {
  readonly subject: DebateSubject
  readonly argument: ShownReply
}
const argumentOf = async (c: Here, subjectOf: DebateMount['subjectOf']): Promise<Found | null> => {
  const subject = await subjectOf(c)
  const argument = subject && (await shownArgument(c.var, subject.key, c.req.param('argument') ?? ''))
  return subject && argument ? { subject, argument } : null
}

const newArgumentPage = async (c: Here, subject: DebateSubject, form: Form<NewArgument>, status: 200 | 409 | 422 | 429 = 200) => {
  const code = await formCode(c.var, `${debateUrl(subject)}/nouveau`)
  return page(c, <NewArgumentPage locale={c.var.locale} subject={subject} form={form} code={code} />, status)
}

const argumentPage = async (
  c: Here,
  { subject, argument }: Found,
  forms: { form?: Form<NewReply>; answerForm?: Form<OfficialAnswer> },
  status: 200 | 409 | 422 | 429 = 200,
) => {
  const { db, body, actor, locale } = c.var
  const asked = pageOf(c)
  const ids = await repliesTo(db, body.id, argument.id, { start: asked.start, size: asked.size + 1 })
  const weighed = (await weighedArguments(db, body.id, subject.key)).find(one => one.id === argument.id) ?? null
  return page(
    c,
    <ArgumentPage
      {...{ locale, actor, subject, argument, weighed }}
      code={await formCode(c.var, `${debateUrl(subject)}/${argument.id}`)}
      replies={await shownReplies(c.var, ids.slice(0, asked.size))}
      pageNumber={asked.number}
      hasMore={ids.length > asked.size}
      mayReply={canReply(standingOf(argument), subject.isOpen)}
      mayAnswer={argument.stance === 'question' && townHall.allows(actor)}
      form={forms.form ?? emptyForm(NewReply)}
      answerForm={forms.answerForm ?? emptyForm(OfficialAnswer)}
    />,
    status,
  )
}

const standingOf = (argument: ShownReply) => ({
  authorId: argument.authorId,
  isWithdrawn: argument.withdrawnAt !== null,
  moderation: argument.moderated.state,
  isReply: argument.parentId !== null,
})

const refuse = (c: Here, because: 'closed' | 'withdrawn' | 'set-apart' | 'not-the-author') => {
  const reason = words(c.var.locale)(`refused.${because}`)
  return because === 'not-the-author' ? forbidden(c, reason) : conflict(c, reason)
}

const placeOf = (subject: DebateSubject) => ({ subject: subject.key, title: subject.title, url: debateUrl(subject) })

const addressOf = (subject: DebateSubject, argument: ShownReply) =>
  argument.parentId === null ? `${debateUrl(subject)}/${argument.id}` : `${debateUrl(subject)}/${argument.parentId}#a${argument.id}`

// Back to the page of this very debate where the button was, never elsewhere.
const backTo = (subject: DebateSubject, argument: ShownReply, back: string) => {
  const home = debateUrl(subject)
  const [path = '', query = ''] = back.split('?')
  const asked = new URLSearchParams(query)
  if (path !== home) return `${home}/${argument.id}#a${argument.id}`
  const number = /^[1-9]\d{0,3}$/.test(asked.get('page') ?? '') ? Number(asked.get('page')) : 1
  return `${debateAddress(home, { view: viewFrom(asked.get('voir') ?? ''), latestFirst: asked.get('ordre') === 'recent', page: number })}#a${argument.id}`
}

const typedFrom = (argument: ShownReply): FormValues => ({
  text: argument.text,
  ...Object.fromEntries(
    argument.sources.flatMap((source, at) => [
      [`sourceUrl${at + 1}`, source.url],
      [`sourceTitle${at + 1}`, source.title],
    ]),
  ),
})
