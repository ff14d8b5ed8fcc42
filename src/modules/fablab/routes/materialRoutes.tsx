import { mayRun } from '#engines/booking'
import { refuseField } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import { anyone, type C, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { MachineVerdict, MaterialFacts, NewPrice, StockLine } from '../forms.ts'
import { words } from '../locales/index.ts'
import { MaterialPage, type MaterialProps } from '../pages/MaterialPage.tsx'
import { machines } from '../queries/machines.ts'
import {
  allMaterials,
  changeMaterial,
  judgeMaterial,
  materialsOf,
  noteStock,
  pricesOf,
  setPrice,
  type StockedMaterial,
} from '../queries/materials.ts'
import { type FablabTables, owner, type Tables } from '../schema.ts'
import { running } from './settingsRoutes.tsx'

type Here = C<Tables>
const base = '/fablab/matieres/:fablabMaterial'

const found = async (c: Here) => (await allMaterials(c.var)).find(({ id }) => id === c.req.param('fablabMaterial'))
const withMaterial = (work: (c: Here, material: StockedMaterial) => Promise<Response>) =>
  running(async c => {
    const material = await found(c)
    return material ? work(c, material) : notFound(c)
  })

/** One material: anybody reads its prices and which machines take it; the team writes the next price and what is left. */
export const materialRoutes = router<FablabTables>()
  .get(base, anyone, async c => {
    const material = await found(c)
    return material ? materialPage(c, material) : notFound(c)
  })

  .post(
    base,
    resident,
    withMaterial(async (c, material) => {
      const facts = await submitted(c, MaterialFacts)
      if (!facts.ok) return materialPage(c, material, { facts }, 422)
      const { name, low, retired } = facts.value
      await changeMaterial(c.var, material.id, {
        name,
        low_mark: low ?? null,
        retired_on: retired ? (material.retiredOn ?? c.var.today) : null,
      })
      await record(c.var, 'material.changed', { subject: `material:${material.id}`, content: { owner, name, retired } })
      return redirect(c, `/fablab/matieres/${material.id}`)
    }),
  )

  .post(
    `${base}/prix`,
    resident,
    withMaterial(async (c, material) => {
      const price = await submitted(c, NewPrice)
      if (!price.ok) return materialPage(c, material, { price }, 422)
      const { since, source } = price.value
      const t = words(c.var.locale)
      const refuse = (text: string) => materialPage(c, material, { price: refuseField(price, 'since', text) }, 422)
      if (since < c.var.today) return refuse(t('material.past'))
      if (!(await setPrice(c.var, material.id, { since, source, centsPerUnit: price.value.price })))
        return refuse(t('material.twice', { day: formatDate(since, c.var.locale) }))
      await record(c.var, 'material.priced', {
        subject: `material:${material.id}`,
        content: { owner, name: material.name, since, source, centsPerUnit: price.value.price },
      })
      return redirect(c, `/fablab/matieres/${material.id}#prix`)
    }),
  )

  .post(
    `${base}/stock`,
    resident,
    withMaterial(async (c, material) => {
      const stock = await submitted(c, StockLine)
      if (!stock.ok) return materialPage(c, material, { stock }, 422)
      await noteStock(c.var, material.id, stock.value.kind, stock.value.quantity)
      return redirect(c, `/fablab/matieres/${material.id}`)
    }),
  )

  .post(
    `${base}/machines`,
    resident,
    withMaterial(async (c, material) => {
      const verdict = await submitted(c, MachineVerdict)
      if (!verdict.ok) return materialPage(c, material, { verdict }, 422)
      const { machine: id, reason } = verdict.value
      const machine = (await machines(c.var)).find(one => one.id === id)
      if (!machine) return notFound(c)
      if (verdict.value.verdict === 'refused' && reason === '')
        return materialPage(c, material, { verdict: refuseField(verdict, 'reason', words(c.var.locale)('material.reasonNeeded')) }, 422)
      await judgeMaterial(c.var, id, material.id, verdict.value.verdict, reason)
      await record(c.var, 'material.judged', {
        subject: `material:${material.id}`,
        content: { owner, name: material.name, machine: machine.name, verdict: verdict.value.verdict, reason },
      })
      return redirect(c, `/fablab/matieres/${material.id}#machines`)
    }),
  )

const materialPage = async (c: Here, material: StockedMaterial, more: Partial<MaterialProps> = {}, status: 200 | 422 = 200) => {
  const all = await machines(c.var)
  const verdicts: MaterialProps['verdicts'][number][] = []
  for (const machine of all) {
    const one = (await materialsOf(c.var, machine.id)).find(({ id }) => id === material.id)
    if (one) verdicts.push({ machine, verdict: one.verdict, reason: one.reason })
  }
  return page(
    c,
    <MaterialPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      today={c.var.today}
      material={material}
      prices={await pricesOf(c.var, material.id)}
      verdicts={verdicts}
      machines={all}
      runs={await mayRun(c.var, owner)}
      {...more}
    />,
    status,
  )
}
