import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { agent, page, redirect, router, submitted, townHall } from '#kernel/http'
import { LineForm, PlaceForm, RemoveForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { MapPage } from '../pages/MapPage.tsx'
import { addLine, addPlace, readMap, removeLine, removePlace } from '../queries/places.ts'
import { readPoint } from '../rules/reading.ts'
import type { Tables } from '../schema.ts'
import type { Request } from './reads.ts'

const base = '/budgets/carte'

/** The commune's schematic map: its named places, its lines. */
export const mapRoutes = router<Tables>()
  .get(base, townHall, c => mapPage(c))
  .post(`${base}/lieux`, agent, async c => {
    const form = await submitted(c, PlaceForm)
    if (!form.ok) return mapPage(c, { place: form }, 422)
    const t = words(c.var.locale)
    const point = readPoint(form.value.point)
    if (!point) return mapPage(c, { place: refuseField(form, 'point', t('idea.pointWrong')) }, 422)
    const isNew = await addPlace(c.var, { name: form.value.name, ...point })
    return isNew ? redirect(c, `${base}#lieux`) : mapPage(c, { place: refuseField(form, 'name', t('mapEdit.nameTaken')) }, 422)
  })
  .post(`${base}/lieux/retrait`, agent, async c => {
    const form = await submitted(c, RemoveForm)
    if (form.ok) await removePlace(c.var, form.value.id)
    return redirect(c, `${base}#lieux`)
  })
  .post(`${base}/traits`, agent, async c => {
    const form = await submitted(c, LineForm)
    if (!form.ok) return mapPage(c, { line: form }, 422)
    const points = form.value.points
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(readPoint)
    const read = points.filter(point => point !== null)
    if (read.length < 2 || read.length !== points.length || read.length > 1000)
      return mapPage(c, { line: refuseField(form, 'points', words(c.var.locale)('mapEdit.pointsWrong')) }, 422)
    await addLine(c.var, {
      kind: form.value.kind,
      name: form.value.lineName,
      points: read.map(one => [one.latitude, one.longitude] as const),
    })
    return redirect(c, `${base}#traits`)
  })
  .post(`${base}/traits/retrait`, agent, async c => {
    const form = await submitted(c, RemoveForm)
    if (form.ok) await removeLine(c.var, form.value.id)
    return redirect(c, `${base}#traits`)
  })

const mapPage = async (c: Request, forms: { place?: Form<PlaceForm>; line?: Form<LineForm> } = {}, status: 200 | 422 = 200) =>
  page(
    c,
    <MapPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      map={await readMap(c.var)}
      place={forms.place ?? emptyForm(PlaceForm)}
      line={forms.line ?? emptyForm(LineForm)}
    />,
    status,
  )
