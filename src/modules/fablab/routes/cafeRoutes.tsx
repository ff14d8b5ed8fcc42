import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { mayRun } from '#engines/booking'
import { refuseField } from '#kernel/forms'
import { anyone, type C, download, forbidden, notFound, page, redirect, resident, router, submitted, uploaded } from '#kernel/http'
import { record } from '#kernel/journal'
import { Brought, Ended } from '../forms.ts'
import { words } from '../locales/index.ts'
import { CafePage, type CafeProps } from '../pages/CafePage.tsx'
import { ImportPage, RepairPage } from '../pages/RepairPages.tsx'
import {
  addPart,
  arriveAtDoor,
  endRepair,
  importById,
  keepImport,
  latestCafe,
  ownOutcomes,
  ownRepairs,
  partsOf,
  queueOf,
  repairById,
  takeInHand,
} from '../queries/repairs.ts'
import { ordsColumns, ordsRow, readOrds } from '../rules/ords.ts'
import { type FablabTables, owner, type Tables } from '../schema.ts'

type Here = C<Tables>

/** The repair café: a number at the door, the bench, the outcome; and the data that all repair cafés share. */
export const cafeRoutes = router<FablabTables>()
  .get('/fablab/repair-cafe', anyone, async c => cafePage(c))
  .post('/fablab/repair-cafe', resident, async c => {
    if (!(await mayRun(c.var, owner))) return forbidden(c)
    const form = await submitted(c, Brought)
    if (!form.ok) return cafePage(c, { form }, 422)
    const repair = await arriveAtDoor(c.var, { ...form.value, year: form.value.year ?? null })
    await record(c.var, 'repair.brought', { subject: `repair:${repair.id}`, content: { number: repair.number, category: repair.category } })
    return redirect(c, '/fablab/repair-cafe')
  })

  .get('/fablab/repair-cafe/ords.csv', anyone, async c => {
    const rows = (await ownRepairs(c.var)).map(ordsRow)
    const body = stringify(rows, { header: true, columns: [...ordsColumns], escape_formulas: true })
    return download(c, { name: 'open-repair-data.csv', type: 'text/csv; charset=utf-8', body })
  })
  .post('/fablab/repair-cafe/imports', resident, async c => {
    if (!(await mayRun(c.var, owner))) return forbidden(c)
    const t = words(c.var.locale)
    const file = await uploaded(c, 'what')
    if (!file) return cafePage(c, { importError: t('import.none') }, 422)
    const cells = readCells(file.bytes)
    if (cells === null) return cafePage(c, { importError: t('import.unreadable') }, 422)
    const { repairs, bad } = readOrds(cells[0] ?? [], cells.slice(1))
    const id = await keepImport(c.var, file.name.slice(0, 120).toWellFormed(), repairs, bad)
    await record(c.var, 'repair.imported', { subject: `repair-import:${id}`, content: { read: repairs.length, refused: bad.length } })
    return redirect(c, `/fablab/repair-cafe/imports/${id}`)
  })
  .get('/fablab/repair-cafe/imports/:repairImport', resident, async c => {
    if (!(await mayRun(c.var, owner))) return forbidden(c)
    const imported = await importById(c.var, c.req.param('repairImport') ?? '0')
    return imported ? page(c, <ImportPage t={words(c.var.locale)} imported={imported} />) : notFound(c)
  })

  .get('/fablab/repair-cafe/:repair', resident, async c => {
    const repair = await heldRepair(c)
    if (!repair) return notFound(c)
    if (!(await mayRun(c.var, owner))) return forbidden(c)
    return page(c, <RepairPage t={words(c.var.locale)} locale={c.var.locale} repair={repair} parts={await partsOf(c.var, repair.id)} />)
  })
  .post('/fablab/repair-cafe/:repair/prise', resident, async c => {
    const repair = await heldRepair(c)
    if (!repair) return notFound(c)
    if (!(await mayRun(c.var, owner))) return forbidden(c)
    await takeInHand(c.var, repair.id)
    await record(c.var, 'repair.taken', { subject: `repair:${repair.id}` })
    return redirect(c, `/fablab/repair-cafe/${repair.id}`)
  })
  .post('/fablab/repair-cafe/:repair', resident, async c => {
    const repair = await heldRepair(c)
    if (!repair) return notFound(c)
    if (!(await mayRun(c.var, owner))) return forbidden(c)
    const t = words(c.var.locale)
    const form = await submitted(c, Ended)
    const again = async (shown: typeof form) =>
      page(c, <RepairPage t={t} locale={c.var.locale} repair={repair} parts={await partsOf(c.var, repair.id)} form={shown} />, 422)
    if (!form.ok) return again(form)
    const { status, barrier, problem, grams, part, origin, partCost } = form.value
    if (barrier !== undefined && status !== 'End of life') return again(refuseField(form, 'barrier', t('repair.barrierWrong')))
    await endRepair(c.var, repair.id, { status, barrier: barrier ?? '', problem, grams: grams ?? null })
    if (part !== '') await addPart(c.var, repair.id, { name: part, origin: origin ?? 'bought', cents: partCost ?? 0 })
    await record(c.var, 'repair.ended', { subject: `repair:${repair.id}`, content: { status, barrier: barrier ?? '' } })
    return redirect(c, '/fablab/repair-cafe')
  })

const heldRepair = (c: Here) => repairById(c.var, c.req.param('repair') ?? '0')

/** The cells of a CSV file, or null when it is none. */
const readCells = (bytes: Uint8Array): readonly (readonly string[])[] | null => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // oxlint-disable-next-line no-control-regex
    if (/\u0000/.test(text)) return null
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, to: 200_000 })
  } catch {
    return null
  }
}

const cafePage = async (c: Here, more: Partial<CafeProps> = {}, status: 200 | 422 = 200) => {
  const runs = await mayRun(c.var, owner)
  const day = (await latestCafe(c.var)) ?? c.var.today
  return page(
    c,
    <CafePage
      t={words(c.var.locale)}
      locale={c.var.locale}
      day={day}
      queue={await queueOf(c.var, day)}
      outcomes={await ownOutcomes(c.var)}
      runs={runs}
      {...more}
    />,
    status,
  )
}
