import { outlineLimit, readOutline } from '#engines/outline'
import { emptyForm, refuseField } from '#kernel/forms'
import { agent, anyone, type C, conflict, download, notFound, page, redirect, router, submitted, uploaded } from '#kernel/http'
import { record } from '#kernel/journal'
import { CorrectionForm, ImportForm, PointForm, ProgrammeForm } from './forms.ts'
import { words } from './locales/index.ts'
import { ImportPage } from './pages/ImportPage.tsx'
import { PointPage } from './pages/PointPage.tsx'
import { ProgrammePage } from './pages/ProgrammePage.tsx'
import { ReviewPage } from './pages/ReviewPage.tsx'
import {
  abandonProgramme,
  addProgramme,
  holdProgramme,
  type ProgrammeLine,
  readPoints,
  readProgramme,
  readProgrammes,
  readSource,
  renameProgramme,
  savePoints,
} from './queries/programmes.ts'
import { publishProgramme } from './queries/publishProgramme.ts'
import { readProgrammeTree } from './queries/readProgrammeTree.ts'
import { correctionOf } from './rules/correctionOf.ts'
import { editPoints } from './rules/editPoints.ts'
import { isInTree, type Point } from './rules/points.ts'
import { canPublish } from './rules/publishedTree.ts'
import type { MeasureTables } from './schema.ts'
import type { KernelTables } from '#kernel/service'

type Here = C<MeasureTables & KernelTables>

/** More points than this are several programmes. */
const mostPoints = 3000

export const programmeRoutes = router<MeasureTables>()
  .get('/programme', anyone, async c => {
    const { db, body, locale } = c.var
    const published = (await readProgrammes(db, body.id)).filter(programme => programme.publishedAt !== null).slice(0, 5)
    const programmes = []
    for (const programme of published) programmes.push({ ...programme, ...(await readProgrammeTree(db, body.id, programme.id)) })
    return page(c, <ProgrammePage t={words(locale)} locale={locale} programmes={programmes} />)
  })

  .get('/programme/import', agent, async c => importPage(c, emptyForm(ImportForm, { format: 'auto' })))

  .post('/programme/import', agent, async c => {
    const t = words(c.var.locale)
    const form = await submitted(c, ImportForm)
    if (!form.ok) return importPage(c, form, 422)
    const file = await uploaded(c, 'file')
    const source = file ? textOf(file.bytes) : form.value.text
    if (source === null) return importPage(c, refuseField(form, 'text', t('import.notText')), 422)
    if (source.trim() === '') return importPage(c, refuseField(form, 'text', t('import.nothing')), 422)
    if (source.length > outlineLimit) return importPage(c, refuseField(form, 'text', t('import.tooLong')), 422)

    const outline = readOutline(source, form.value.format)
    if (outline.nodes.length + outline.unplaced.length > mostPoints)
      return importPage(c, refuseField(form, 'text', t('import.tooMany', { n: mostPoints })), 422)
    const title = form.value.title || outline.title.text.slice(0, 200) || t('programme.untitled')
    const id = await addProgramme(c.var, { source, name: file?.name.slice(0, 200) ?? '', title, outline })
    return redirect(c, `/programme/import/${id}`)
  })

  .get('/programme/import/:programme', agent, async c => {
    const programme = await readProgramme(c.var.db, c.var.body.id, c.req.param('programme')!)
    if (!programme) return notFound(c)
    const points = await readPoints(c.var.db, c.var.body.id, programme.id)
    return reviewPage(c, programme, points, new Set(c.req.query('points')?.split(',')))
  })

  .post('/programme/import/:programme', agent, async c => {
    const held = await underReview(c)
    if (held instanceof Response) return held
    const t = words(c.var.locale)
    const { programme, points } = held
    const form = await submitted(c, CorrectionForm)
    const ticked = new Set(form.ok ? form.value.point : [])
    if (!form.ok) return reviewPage(c, programme, points, ticked, form, 422)
    if (ticked.size === 0) return reviewPage(c, programme, points, ticked, refuseField(form, 'point', t('review.chooseSome')), 422)
    if (form.value.act === 'drop' && form.value.reason === '')
      return reviewPage(c, programme, points, ticked, refuseField(form, 'reason', t('review.sayWhy')), 422)

    await savePoints(c.var.db, c.var.body.id, programme.id, editPoints(points, ticked, correctionOf(form.value.act, form.value.reason)))
    await record(c.var, 'programme.corrected', {
      subject: `programme:${programme.id}`,
      content: { act: form.value.act, points: [...ticked].slice(0, 100), reason: form.value.reason },
    })
    const first = points.find(point => ticked.has(point.id))
    return redirect(c, `/programme/import/${programme.id}?points=${[...ticked].slice(0, 50).join(',')}#point-${first?.id ?? ''}`)
  })

  .get('/programme/import/:programme/points/:point', agent, async c => {
    const found = await pointOf(c)
    if (!found) return notFound(c)
    const { programme, point } = found
    const form = emptyForm(PointForm, { kind: point.kind, number: point.number, title: point.title, body: point.body })
    return page(c, <PointPage t={words(c.var.locale)} programme={programme} point={point.id} form={form} />)
  })

  .post('/programme/import/:programme/points/:point', agent, async c => {
    const held = await underReview(c)
    if (held instanceof Response) return held
    const { programme, points } = held
    const point = points.find(one => one.id === c.req.param('point'))
    if (!point) return notFound(c)
    const form = await submitted(c, PointForm)
    if (!form.ok) return page(c, <PointPage t={words(c.var.locale)} programme={programme} point={point.id} form={form} />, 422)
    await savePoints(
      c.var.db,
      c.var.body.id,
      programme.id,
      points.map(one => (one.id === point.id ? { ...one, ...form.value } : one)),
    )
    await record(c.var, 'programme.corrected', { subject: `programme:${programme.id}`, content: { act: 'words', points: [point.id] } })
    return redirect(c, `/programme/import/${programme.id}#point-${point.id}`)
  })

  .post('/programme/import/:programme/titre', agent, async c => {
    const held = await underReview(c)
    if (held instanceof Response) return held
    const form = await submitted(c, ProgrammeForm)
    if (!form.ok) return reviewPage(c, held.programme, held.points, new Set(), undefined, 422, form)
    await renameProgramme(c.var, held.programme.id, form.value.title, form.value.introduction)
    await record(c.var, 'programme.corrected', { subject: `programme:${held.programme.id}`, content: { act: 'title' } })
    return redirect(c, `/programme/import/${held.programme.id}`)
  })

  .post('/programme/import/:programme/publication', agent, async c => {
    const held = await underReview(c)
    if (held instanceof Response) return held
    const t = words(c.var.locale)
    const verdict = canPublish(held.points)
    if (!verdict.ok) return conflict(c, t(`review.cannot.${verdict.because}`))
    await publishProgramme(c.var, held.programme.id, held.points, {
      proposed: t('programme.reason.proposed'),
      opened: t('programme.reason.opened'),
    })
    return redirect(c, '/programme')
  })

  .post('/programme/import/:programme/abandon', agent, async c => {
    const held = await underReview(c)
    if (held instanceof Response) return held
    await abandonProgramme(c.var, held.programme.id)
    return redirect(c, '/programme/import')
  })

  .get('/programme/import/:programme/document', agent, async c => {
    const source = await readSource(c.var.db, c.var.body.id, c.req.param('programme')!)
    if (!source) return notFound(c)
    const extension = { markdown: 'md', text: 'txt', csv: 'csv' }[source.format]
    return download(c, { name: source.name || `programme.${extension}`, type: 'text/plain; charset=utf-8', body: source.source })
  })

/** The programme and its points, held for this request; or the answer that says why not. */
const underReview = async (c: Here): Promise<{ programme: ProgrammeLine; points: Point[] } | Response> => {
  const programme = await holdProgramme(c.var.db, c.var.body.id, c.req.param('programme')!)
  if (!programme) return notFound(c)
  if (programme.publishedAt || programme.abandonedAt) return conflict(c, words(c.var.locale)('review.over'))
  return { programme, points: await readPoints(c.var.db, c.var.body.id, programme.id) }
}

const pointOf = async (c: Here) => {
  const programme = await readProgramme(c.var.db, c.var.body.id, c.req.param('programme')!)
  if (!programme) return null
  const point = (await readPoints(c.var.db, c.var.body.id, programme.id)).find(one => one.id === c.req.param('point'))
  return point ? { programme, point } : null
}

const importPage = async (c: Here, form: Parameters<typeof ImportPage>[0]['form'], status: 200 | 422 = 200) => {
  const { db, body, locale } = c.var
  return page(c, <ImportPage t={words(locale)} locale={locale} programmes={await readProgrammes(db, body.id)} form={form} />, status)
}

const reviewPage = (
  c: Here,
  programme: ProgrammeLine,
  points: readonly Point[],
  ticked: ReadonlySet<string>,
  form = emptyForm(CorrectionForm),
  status: 200 | 422 = 200,
  name = emptyForm(ProgrammeForm, { title: programme.title, introduction: programme.introduction }),
) => {
  const verdict = canPublish(points)
  const known = new Set(
    [...ticked].filter(id => points.some(point => point.id === id && (isInTree(point) || point.droppedBecause === null))),
  )
  return page(
    c,
    <ReviewPage
      t={words(c.var.locale)}
      programme={programme}
      points={points}
      ticked={known}
      cannot={verdict.ok ? null : verdict.because}
      form={form}
      name={name}
    />,
    status,
  )
}

/** UTF-8, else Windows-1252 as older spreadsheets write it; null when it is not a text. */
const textOf = (bytes: Uint8Array): string | null => {
  const read = (encoding: string) => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      return null
    }
  }
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? read('utf-16le') : (read('utf-8') ?? read('windows-1252'))
  return text === null || text.includes('\u0000') ? null : text
}
