import { anyone, page, pageOf, router } from '#kernel/http'
import { programmeThemes, stageCounts } from '#modules/measures'
import { words } from './locales/index.ts'
import { latestFirst, mandateLines, totalOf } from './mandate.ts'
import { MandatePage } from './pages/MandatePage.tsx'
import { commitmentsOf } from './queries.ts'
import { mandateStates } from './rules/mandate.ts'
import type { CommitmentsTables } from './schema.ts'

const everyOne = { size: 5000, start: 0 }

/** Every measure of the programme, where it stands; what is late stays at the head, whatever is asked. */
export const mandateRoutes = router<CommitmentsTables>().get('/engagements/mandat', anyone, async c => {
  const { db, body, locale, today } = c.var
  const theme = /^[1-9]\d{0,17}$/.exec(c.req.query('theme') ?? '')?.[0] ?? null
  const state = mandateStates.find(one => one === c.req.query('etat')) ?? null
  const asked = pageOf(c, 60)
  const all = await commitmentsOf(c.var, {}, everyOne)
  const lines = await mandateLines(c.var, { theme })
  const wanted = state === null ? lines : lines.filter(line => line.state === state)
  return page(
    c,
    <MandatePage
      t={words(locale)}
      locale={locale}
      today={today}
      theme={theme}
      state={state}
      themes={await programmeThemes(db, body.id)}
      stages={await stageCounts(db, body.id)}
      lines={wanted.slice(asked.start, asked.start + asked.size)}
      counts={new Map(mandateStates.map(one => [one, lines.filter(line => line.state === one).length]))}
      late={latestFirst(all, today)}
      spending={totalOf(all)}
      commitments={all.length}
      pageNumber={asked.number}
      hasMore={wanted.length > asked.start + asked.size}
    />,
  )
})
