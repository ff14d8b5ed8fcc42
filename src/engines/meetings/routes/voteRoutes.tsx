import { emptyForm, type Form } from '#kernel/forms'
import { anyone, conflict, notFound, page, redirect, resident, router, type Routes, submitted } from '#kernel/http'
import type { z } from 'zod'
import { signMinorityReport, writeMinorityReport } from '../acts/minority.ts'
import { castBallots, closeVote, countPapers, openVote, postponeVote, ruleUrgency, withdraw } from '../acts/votes.ts'
import { OpenedVote, paperNumber, Papers, UrgencyRuling, voiceOf, Voices, Withdrawal, WrittenReport } from '../forms.ts'
import { type Here, refuse, running, unless, withSession } from '../here.ts'
import { words } from '../locales/index.ts'
import { moderationOfReports } from '../moderationOfReports.ts'
import type { MeetingsMount } from '../mount.ts'
import type { Viewer } from '../pages/viewer.ts'
import { SessionPage } from '../pages/SessionPage.tsx'
import { meetingUrl } from '../pages/shared.tsx'
import { VotePage } from '../pages/VotePage.tsx'
import { minutesToApprove } from '../queries/records.ts'
import { votersNow } from '../liveQuorum.ts'
import type { Session } from '../queries/session.ts'
import type { Vote } from '../queries/votes.ts'
import { colleges } from '../rules/charter.ts'
import { choices, type Count } from '../rules/resultOf.ts'
import type { Tables } from '../tables.ts'
import { badForm } from './badForm.ts'
import { crumbs, meetingCrumbs } from './crumbs.ts'

/** The session as it runs: votes opened, voices kept, papers counted, results said. */
export const voteRoutes = (mount: MeetingsMount): Routes => {
  const withVote = (work: (c: Here, session: Session, vote: Vote, viewer: Viewer) => Promise<Response>) =>
    withSession(mount, async (c, session, viewer) => {
      const vote = session.votes.find(one => one.id === c.req.param('vote'))
      return vote ? work(c, session, vote, viewer) : notFound(c)
    })
  const sessionPage = async (
    c: Here,
    session: Session,
    viewer: Viewer,
    form: Form<z.output<typeof OpenedVote>>,
    status: 200 | 422 = 200,
  ) => {
    const waiting = (await minutesToApprove(c.var, session.assembly.id, session.meeting.startsAt)).filter(
      one => one.id !== session.meeting.id,
    )
    return page(
      c,
      <SessionPage
        t={words(c.var.locale)}
        session={session}
        trail={meetingCrumbs(c, mount, session)}
        waiting={waiting}
        viewer={viewer}
        form={form}
      />,
      status,
    )
  }

  return router<Tables>()
    .get(
      `${mount.base}/:meeting/seance`,
      resident,
      running(mount, async (c, session, viewer) =>
        session.meeting.state === 'opened'
          ? sessionPage(c, session, viewer, emptyForm(OpenedVote, { manner: session.assembly.charter.vote.manner }))
          : conflict(c, words(c.var.locale)('refused.not-in-session')),
      ),
    )

    .post(
      `${mount.base}/:meeting/votes`,
      resident,
      running(mount, async (c, session, viewer) => {
        const form = await submitted(c, OpenedVote)
        if (!form.ok) return sessionPage(c, session, viewer, form, 422)
        const { item, chairLeaves, ...vote } = form.value
        const opened = await openVote(c.var, session, {
          ...vote,
          itemId: item,
          presidedBy: vote.presidedBy ?? null,
          majority: session.assembly.charter.vote.majority,
          ...(chairLeaves ? { chairLeaves: words('fr')('vote.chairLeft') } : {}),
        })
        return unless(c, opened, () => redirect(c, meetingUrl(session, '/seance')))
      }),
    )

    .post(
      `${mount.base}/:meeting/urgence`,
      resident,
      running(mount, async (c, session) => {
        const form = await submitted(c, UrgencyRuling)
        if (!form.ok) return badForm(c, form)
        return unless(c, await ruleUrgency(c.var, session, form.value), () => redirect(c, meetingUrl(session, '/seance')))
      }),
    )

    .get(
      `${mount.base}/:meeting/votes/:vote`,
      anyone,
      withVote(async (c, session, vote, viewer) =>
        vote.closedAt === null && !viewer.runs && !viewer.sits ? notFound(c) : votePage(c, mount, session, vote, viewer),
      ),
    )

    .post(
      `${mount.base}/:meeting/votes/:vote/voix`,
      resident,
      withVote(async (c, session, vote, viewer) => {
        const form = await submitted(c, Voices)
        if (!form.ok) return badForm(c, form)
        const ballots = votersNow(session, vote).flatMap(({ member, carriedBy }) => {
          const choice = voiceOf.safeParse(form.value[`voix-${member}`])
          return choice.success && (viewer.runs || (carriedBy ?? member) === viewer.personId) ? [{ member, choice: choice.data }] : []
        })
        if (ballots.length === 0)
          return viewer.runs || viewer.sits ? unless(c, { ok: false, because: 'not-a-voter' }, () => notFound(c)) : refuse(c)
        return unless(c, await castBallots(c.var, session, vote, ballots), () => redirect(c, meetingUrl(session, `/votes/${vote.id}`)))
      }),
    )

    .post(
      `${mount.base}/:meeting/votes/:vote/depouillement`,
      resident,
      withVote(async (c, session, vote, viewer) => {
        if (!viewer.runs) return refuse(c)
        const form = await submitted(c, Papers)
        const papers = form.ok ? papersFrom(form.value, vote) : null
        if (!papers) return conflict(c, words(c.var.locale)('vote.wrongNumber'))
        return unless(c, await countPapers(c.var, session, vote, papers), () => redirect(c, meetingUrl(session, `/votes/${vote.id}`)))
      }),
    )

    .post(
      `${mount.base}/:meeting/votes/:vote/deport`,
      resident,
      withVote(async (c, session, vote, viewer) => {
        const form = await submitted(c, Withdrawal)
        if (!form.ok) return badForm(c, form)
        if (!viewer.runs && form.value.person !== viewer.personId) return refuse(c)
        return unless(c, await withdraw(c.var, session, vote, form.value.person, form.value.reason), () =>
          redirect(c, meetingUrl(session, `/votes/${vote.id}`)),
        )
      }),
    )

    .post(
      `${mount.base}/:meeting/votes/:vote/report`,
      resident,
      withVote(async (c, session, vote, viewer) =>
        viewer.runs
          ? unless(c, await postponeVote(c.var, session, vote), () => redirect(c, meetingUrl(session, `/votes/${vote.id}`)))
          : refuse(c),
      ),
    )

    .post(
      `${mount.base}/:meeting/votes/:vote/minorite`,
      resident,
      withVote(async (c, session, vote, viewer) => {
        const form = await submitted(c, WrittenReport)
        if (!form.ok) return vote.closedAt === null ? badForm(c, form) : votePage(c, mount, session, vote, viewer, form)
        return unless(c, await writeMinorityReport(c.var, session, vote, form.value.text), () =>
          redirect(c, meetingUrl(session, `/votes/${vote.id}#minorite`)),
        )
      }),
    )

    .post(
      `${mount.base}/:meeting/votes/:vote/minorite/:minorityReport/signature`,
      resident,
      withVote(async (c, session, vote) => {
        const report = vote.reports.find(one => one.id === c.req.param('minorityReport'))
        if (!report) return notFound(c)
        return unless(c, await signMinorityReport(c.var, session, vote, report), () =>
          redirect(c, meetingUrl(session, `/votes/${vote.id}#minorite`)),
        )
      }),
    )

    .post(
      `${mount.base}/:meeting/votes/:vote/cloture`,
      resident,
      withVote(async (c, session, vote, viewer) =>
        viewer.runs
          ? unless(c, await closeVote(c.var, session, vote), () => redirect(c, meetingUrl(session, `/votes/${vote.id}`)))
          : refuse(c),
      ),
    )
}

/** The page of a vote; with a form that came back wrong, 422. */
const votePage = async (
  c: Here,
  mount: MeetingsMount,
  session: Session,
  vote: Vote,
  viewer: Viewer,
  form?: Form<z.output<typeof WrittenReport>>,
) => {
  const mine = vote.reports.find(one => one.writtenBy === viewer.personId)
  return page(
    c,
    <VotePage
      t={words(c.var.locale)}
      locale={c.var.locale}
      session={session}
      vote={vote}
      trail={[...crumbs(c, mount, session.assembly), { label: session.meeting.title, href: meetingUrl(session) }]}
      viewer={viewer}
      reader={c.var.actor}
      today={c.var.today}
      moderation={await moderationOfReports(c.var, [vote])}
      links={vote.result && mount.decisionLinks ? await mount.decisionLinks(c, session, vote) : []}
      form={form ?? emptyForm(WrittenReport, { text: mine?.text ?? '' })}
    />,
    form ? 422 : 200,
  )
}

/** One box for all, or one by college when the majority is asked in each; null when a number is missing. */
const papersFrom = (typed: z.output<typeof Papers>, vote: Vote): Partial<Record<'all' | (typeof colleges)[number], Count>> | null => {
  const boxes = vote.majority.scope === 'each-college' ? colleges.filter(box => typed[`${box}-for`] !== undefined) : (['all'] as const)
  const papers: Partial<Record<'all' | (typeof colleges)[number], Count>> = {}
  for (const box of boxes) {
    const count = choices.flatMap(choice => {
      const typedNumber = typed[`${box}-${choice}`]
      const number = paperNumber.safeParse(typedNumber === '' ? '0' : typedNumber)
      return number.success ? [number.data] : []
    })
    const [yes, no, abstention, blank] = count
    if (yes === undefined || no === undefined || abstention === undefined || blank === undefined) return null
    papers[box] = { for: yes, against: no, abstention, blank }
  }
  return boxes.length > 0 ? papers : null
}
