import { anyone, download, forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { allocationById, type Allocation, allocationsOf, applicantsOf, drawAllocation } from '../acts/allocations.ts'
import { mayRun } from '../acts/stewards.ts'
import { DrawnSeed } from '../forms.ts'
import { words } from '../locales/index.ts'
import { DrawPage, DrawsPage, type DrawProps } from '../pages/DrawPages.tsx'
import type { Tables } from '../tables.ts'
import { type Here, unless } from './here.ts'

const base = '/reservations/tirages'

/** What is given by lot, and how anybody can draw again. */
export const drawRoutes = router<Tables>()
  .get(base, anyone, async c =>
    page(c, <DrawsPage t={words(c.var.locale)} locale={c.var.locale} allocations={await allocationsOf(c.var)} />),
  )

  .get(`${base}/:allocation`, anyone, async c => {
    const allocation = await allocationById(c.var, c.req.param('allocation') ?? '0')
    return allocation ? drawPage(c, allocation) : notFound(c)
  })

  .get(`${base}/:allocation/demandes.txt`, anyone, async c => {
    const allocation = await allocationById(c.var, c.req.param('allocation') ?? '0')
    if (!allocation) return notFound(c)
    return download(c, {
      name: 'demandes.txt',
      type: 'text/plain; charset=utf-8',
      body: allocation.inputs.map(line => `${line}\n`).join(''),
    })
  })

  .post(`${base}/:allocation`, resident, async c => {
    const allocation = await allocationById(c.var, c.req.param('allocation') ?? '0')
    if (!allocation) return notFound(c)
    if (!(await mayRun(c.var, allocation.owner))) return forbidden(c)
    const form = await submitted(c, DrawnSeed)
    if (!form.ok) return drawPage(c, allocation, { form }, 422)
    return unless(c, await drawAllocation(c.var, allocation, form.value), () => redirect(c, `${base}/${allocation.id}`))
  })

const drawPage = async (c: Here, allocation: Allocation, more: Partial<DrawProps> = {}, status: 200 | 422 = 200) => {
  const { personId } = c.var.actor
  const applicants = personId === null ? new Map<string, string | null>() : await applicantsOf(c.var, allocation.id)
  const own = personId === null ? undefined : [...applicants].find(([, person]) => person === personId)?.[0]
  return page(
    c,
    <DrawPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      allocation={allocation}
      own={own ?? null}
      mayDraw={personId !== null && (await mayRun(c.var, allocation.owner))}
      {...more}
    />,
    status,
  )
}
