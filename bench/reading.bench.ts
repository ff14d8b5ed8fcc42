import type { KernelTables } from '#kernel/world'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { options, type VNode } from 'preact'
import { populateAmendments, populateMeasures } from '#modules/measures'
import { signInAs } from '#kernel/auth'
import { member } from '#kernel/demonstration'
import { FrameContext, type FrameData, renderPage } from '#kernel/ui'
import { engines, services } from '../src/services.ts'
import { type Ground, openGround, secrets, timed } from './ground.ts'

const sizes = [
  { measures: 100, residents: 1000, supports: 5000, amendments: 500 },
  { measures: 10_000, residents: 20_000, supports: 1_000_000, amendments: 50_000 },
]
const pages = ['/mesures', '/mesures?page=3', '/mesures/:measure', '/mesures/:measure/amendements', '/mesures/:measure/debat']

/** List and detail: the same latency with 10,000 measures as with 100; the server's own time against the same page drawn from fixed props. */
export const run = async () => {
  const results = []
  for (const size of sizes) {
    const ground = await openGround(engines, services)
    await fill(ground, size)
    for (const signedIn of [false, true]) results.push(...(await read(ground, size.measures, signedIn)))
    await ground.close()
  }
  for (const page of pages) {
    for (const signedIn of [false, true]) {
      const [small, large] = results.filter(result => result.page === page && result.signedIn === signedIn)
      console.log(
        JSON.stringify({
          page,
          signedIn,
          smallMs: round(small!.ms),
          largeMs: round(large!.ms),
          growth: round(large!.ms / small!.ms),
          drawnFromPropsMs: round(large!.drawn),
          overProps: round(large!.ms / large!.drawn),
        }),
      )
    }
  }
}
const round = (n: number) => Math.round(n * 100) / 100

const fill = async ({ owner }: Ground, size: (typeof sizes)[number]) => {
  const from = performance.now()
  await owner.transact<KernelTables, void>({ body: 1, person: null }, async db => {
    await populateMeasures(db, { id: 1 } as never, size)
    await populateAmendments(db, { id: 1 } as never, size.amendments)
  })
  await owner.pool.query('vacuum analyze')
  console.log(JSON.stringify({ ...size, filledInSeconds: round((performance.now() - from) / 1000) }))
}

const read = async (ground: Ground, measures: number, signedIn: boolean) => {
  const cookie = signedIn ? await signInAs(ground.house.application, member('amina').id, secrets.signing) : ''
  const { rows } = await ground.owner.pool.query(
    `select measure_id as id from measures.support_count group by 1 order by sum(n) desc, 1 limit 1`,
  )
  const found = []
  for (const page of pages) {
    const path = page.replace(':measure', rows[0].id)
    const drawn = await drawnFromProps(ground, path, cookie)
    const ms = await timed(300, async () => (await ground.house.app.request(`${ground.origin}${path}`, { headers: { cookie } })).text())
    found.push({ page, signedIn, measures, ms, drawn })
  }
  return found
}

/** The same page from the very props and frame that the request had, drawn again and sent through the same middlewares, without a database. */
const drawnFromProps = async (ground: Ground, path: string, cookie: string) => {
  let kept: { value: FrameData; children: VNode } | undefined
  const before = options.vnode
  options.vnode = vnode => {
    if (vnode.type === (FrameContext.Provider as unknown)) kept = vnode.props as unknown as NonNullable<typeof kept>
    before?.(vnode)
  }
  await (await ground.house.app.request(`${ground.origin}${path}`, { headers: { cookie } })).text()
  options.vnode = before!
  const { value, children } = kept!
  const fixed = new Hono()
    .use(compress())
    .use(secureHeaders())
    .get('*', c => c.html(renderPage(children, value)))
  return timed(300, async () => (await fixed.request(`${ground.origin}${path}`, { headers: { cookie } })).text())
}
