import { isFollowing } from '#engines/following'
import { anyone, json, notFound, page, pageOf, router, townHall } from '#kernel/http'
import { measuresById } from '#modules/measures'
import { markOf, mayTakePart, ruleById, turnoutOf } from '#modules/roll'
import { ballotsApi, oneOf } from './api.ts'
import { words } from './locales/index.ts'
import { BallotPage } from './pages/BallotPage.tsx'
import { BallotsPage } from './pages/BallotsPage.tsx'
import { ballotsOf, questionsOf, stepsOf } from './queries/ballots.ts'
import { actOf, ownBallot } from './queries/castBallot.ts'
import { paperRoutes } from './routes/paperRoutes.tsx'
import { prepareRoutes } from './routes/prepareRoutes.tsx'
import { found } from './routes/reads.ts'
import { resultRoutes } from './routes/resultRoutes.tsx'
import { runRoutes } from './routes/runRoutes.tsx'
import { stationRoutes } from './routes/stationRoutes.tsx'
import { voteRoutes } from './routes/voteRoutes.tsx'
import type { BallotTables } from './schema.ts'
import { secretRoutes } from './secret/index.ts'

export const routes = router<BallotTables>()
  .get('/votes', anyone, async c => {
    const asked = pageOf(c)
    const isTownHall = townHall.allows(c.var.actor)
    const ballots = await ballotsOf(c.var, { drafts: isTownHall }, { size: asked.size + 1, start: asked.start })
    return page(
      c,
      <BallotsPage
        {...{ t: words(c.var.locale), locale: c.var.locale, isTownHall }}
        ballots={ballots.slice(0, asked.size)}
        pageNumber={asked.number}
        hasMore={ballots.length > asked.size}
      />,
    )
  })
  .api('/api/v1/ballots', ballotsApi, async c => {
    const asked = pageOf(c, 100)
    const ballots = await ballotsOf(c.var, { drafts: false }, { size: asked.size + 1, start: asked.start })
    return json(c, {
      page: asked.number,
      hasMore: ballots.length > asked.size,
      ballots: ballots.slice(0, asked.size).map(ballot => oneOf(ballot, c.var.url)),
    })
  })

  .mount(prepareRoutes)
  .get('/votes/:ballot', anyone, async c => {
    const ballot = await found(c)
    if (!ballot) return notFound(c)
    const { db, body, actor, locale, today } = c.var
    const { personId } = actor
    const rule = (await ruleById(db, body.id, ballot.rule))!
    const mark = personId === null ? null : await markOf(c.var, { act: actOf(ballot.id), personId })
    const [measure] = ballot.measure === null ? [] : await measuresById(db, body.id, [ballot.measure])
    const turnout = await turnoutOf(c.var, actOf(ballot.id))
    return page(
      c,
      <BallotPage
        {...{ t: words(locale), locale, today, ballot, rule, measure: measure ?? null }}
        questions={await questionsOf(c.var, ballot.id)}
        standing={await mayTakePart(c.var, { rule: ballot.rule, personId })}
        own={personId === null ? null : await ownBallot(c.var, ballot.id, personId)}
        votedOnPaper={mark?.channel === 'paper' || mark?.channel === 'station'}
        turnout={turnout.screen + turnout.desk + turnout.paper + turnout.station}
        steps={await stepsOf(c.var, ballot.id)}
        runs={townHall.allows(actor)}
        isSignedIn={personId !== null}
        isFollowing={personId !== null && (await isFollowing(c.var, `ballot:${ballot.id}`, personId))}
      />,
    )
  })

  .mount(runRoutes)
  .mount(voteRoutes)
  .mount(secretRoutes)
  .mount(stationRoutes)
  .mount(paperRoutes)
  .mount(resultRoutes)
