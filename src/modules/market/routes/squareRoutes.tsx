import { anyone, browserBundle, conflict, page, redirect, resident, router, submitted } from '#kernel/http'
import { addDays } from '#kernel/rules'
import { bookOf, receive } from '../acts/receive.ts'
import type { BoardProps } from '../board/parts.tsx'
import { sayer } from '../board/say.ts'
import { PlainAct, Sent } from '../forms.ts'
import { squareWords, words } from '../locales/index.ts'
import { PlacementPage } from '../pages/PlacementPage.tsx'
import type { MarketDay } from '../queries/markets.ts'
import { squareOf } from '../queries/squareOf.ts'
import { deedsFrom } from '../rules/deeds.ts'
import type { Tables } from '../schema.ts'
import { pen } from '../who.ts'
import { type Request, runDay, said } from './shared.tsx'

const script = (name: string) => browserBundle(new URL(`../browser/${name}`, import.meta.url))

export const squareRoutes = router<Tables>()
  .get('/marche/placement/programme.js', anyone, script('placement.tsx'), { sharedByAll: true })
  .get('/marche/placement/travailleur.js', anyone, script('worker.ts'), { sharedByAll: true })

  .get('/marche/placement/:marketDay', resident, async c => {
    const day = await runDay(c)
    return day instanceof Response ? day : page(c, <PlacementPage {...await placementProps(c, day, null)} />)
  })

  // What telephones send: as many times as they like, each act counts once.
  .post('/marche/placement/:marketDay/envois', resident, async c => {
    const day = await runDay(c)
    if (day instanceof Response) return day
    const sent = Sent.safeParse(await c.req.json().catch(() => null))
    if (!sent.success) return c.json({ errors: sent.error.issues.map(issue => issue.path.join('.')) }, 422)
    const book = await bookOf(c.var, sent.data.device)
    const acts = sent.data.acts.map(act => ('book' in act ? { ...act, book } : act))
    const { square, kept } = await receive(c.var, day, book, acts)
    return c.json({ square, book, last: kept.length, kept: kept.map(one => one.uid) })
  })

  // The same acts, one form at a time, without script.
  .post('/marche/placement/:marketDay/gestes', resident, async c => {
    const day = await runDay(c)
    if (day instanceof Response) return day
    const form = await submitted(c, PlainAct)
    if (!form.ok) return conflict(c, words(c.var.locale)('sq.no.unknown'))
    const book = await bookOf(c.var, deskKey(c))
    const { square, kept } = await receive(c.var, day, book, [])
    if (kept.some(one => one.uid === form.value.uid || one.uid.startsWith(`${form.value.uid}-`)))
      return redirect(c, `/marche/placement/${day.id}`)
    const asked = { ...form.value, hasPower: form.value.hasPower }
    const found = deedsFrom(square, asked, book, () => crypto.randomUUID())
    if (!found.ok) {
      const text = words(c.var.locale)(`sq.no.${found.because}`)
      return page(
        c,
        <PlacementPage {...await placementProps(c, day, { text, kind: asked.kind, trader: asked.trader, typed: asked })} />,
        422,
      )
    }
    const { uid } = form.value
    const acts = found.deeds.map((deed, at) => ({
      ...deed,
      uid: found.deeds.length === 1 ? uid : `${uid}-${at + 1}`.slice(-64),
      sequence: kept.length + at + 1,
      at: c.var.now,
    }))
    await receive(c.var, day, book, acts)
    return redirect(c, `/marche/placement/${day.id}#${parts[asked.kind]}`)
  })

/** Where one goes on after each act. */
const parts: Readonly<Record<string, string>> = {
  presence: 'abonnes',
  release: 'abonnes',
  newcomer: 'a-placer',
  place: 'a-placer',
  unplace: 'places',
  list: 'a-placer',
  seed: 'a-placer',
  pay: 'places',
  cancel: 'recus',
  settle: 'a-trancher',
}
/** A desk keeps one book a person. */
const deskKey = (c: Request) => `desk-${pen(c.var) ?? ''}`

const placementProps = async (c: Request, day: MarketDay, refused: BoardProps['refused']) => ({
  ...said(c),
  words: squareWords[c.var.locale],
  before: addDays(c.var.today, -2),
  board: {
    say: sayer(squareWords[c.var.locale]),
    locale: c.var.locale,
    town: c.var.body.name,
    square: await squareOf(c.var, day),
    book: '',
    fresh: () => crypto.randomUUID(),
    refused,
    action: `/marche/placement/${day.id}/gestes`,
  },
})
