import { writeArchive } from '#engines/ballotCryptography'
import { anyone, conflict, download, notFound, page, pageOf, router, submitted } from '#kernel/http'
import { words } from '../../locales/index.ts'
import { questionsOf } from '../../queries/ballots.ts'
import { canVoteAt } from '../../rules/life.ts'
import { mentions } from '../../rules/kinds.ts'
import type { BallotTables } from '../../schema.ts'
import { castSecret } from '../castSecret.ts'
import { checkAhead } from '../checkedBallot.ts'
import { BallotForm } from '../forms.ts'
import { group } from '../group.ts'
import { secretWords } from '../locales.ts'
import { openedVote } from '../opened.ts'
import { BoardPage } from '../pages/BoardPage.tsx'
import { BoothPage } from '../pages/BoothPage.tsx'
import { boardOf, endOf, trackedBallot, trackedBallots } from '../queries/board.ts'
import { secretQuestions } from '../rules/electionOf.ts'
import { found } from './reads.ts'

const base = '/votes/:secretBallot'

/** The booth and the public ballot box: for anybody, account or not. */
export const boothRoutes = router<BallotTables>()
  .get(`${base}/isoloir`, anyone, async c => {
    const ballot = await found(c)
    const opened = ballot && (await openedVote(c.var, ballot.id))
    if (!ballot || !opened) return notFound(c)
    const t = words(c.var.locale)
    const phase = canVoteAt(ballot, c.var.now)
    if (!phase.ok) return conflict(c, t(`refusal.${phase.because}`))
    const questions = await questionsOf(c.var, ballot.id)
    const plan = secretQuestions(
      questions,
      mentions.map(mention => t(`mention.${mention}`)),
    )
    return page(
      c,
      <BoothPage {...{ t: secretWords(c.var.locale), locale: c.var.locale, ballot, questions, plan, election: opened.election }} />,
    )
  })
  .post(
    `${base}/urne`,
    anyone,
    async c => {
      const ballot = await found(c)
      if (!ballot) return c.json({}, 404)
      const form = await submitted(c, BallotForm)
      const refused = (because: string) =>
        c.json({ because, said: secretWords(c.var.locale)(`booth.refused.${because}` as 'booth.refused.closed') }, 409)
      if (!form.ok) return refused('malformed')
      const cast = await castSecret(c.var, ballot, form.value.ballot)
      return cast.ok ? c.json({ tracking: cast.tracking }, 201) : refused(cast.because)
    },
    { before: checkAhead },
  )
  .get(`${base}/urne`, anyone, async c => {
    const ballot = await found(c)
    const end = ballot && (await endOf(c.var, ballot.id))
    if (!ballot || !end) return notFound(c)
    const asked = (c.req.query('suivi') ?? '').replace(/[^\w+/]/g, '').slice(0, 43)
    const rows = pageOf(c, 50)
    const ballots = await trackedBallots(c.var, ballot.id, { size: rows.size + 1, start: rows.start })
    return page(
      c,
      <BoardPage
        {...{ t: secretWords(c.var.locale), locale: c.var.locale, ballot, head: end.head, asked }}
        found={asked === '' ? null : await trackedBallot(c.var, ballot.id, asked)}
        ballots={ballots.slice(0, rows.size)}
        pageNumber={rows.number}
        hasMore={ballots.length > rows.size}
      />,
    )
  })
  .get(`${base}/urne.bel`, anyone, async c => {
    const ballot = await found(c)
    const opened = ballot && (await openedVote(c.var, ballot.id))
    if (!ballot || !opened) return notFound(c)
    const began = Math.floor(Date.parse(ballot.opensAt) / 1000)
    const body = new Uint8Array(Buffer.concat([...writeArchive(group, began, await boardOf(c.var, ballot.id))]))
    return download(c, { name: `${opened.open.election.uuid}.bel`, type: 'application/x-tar', body })
  })
