import { isFollowing } from '#engines/following'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, type C, download, notFound, page, redirect, router, submitted, townHall } from '#kernel/http'
import { numberAt, participation } from '#kernel/parameters'
import type { KernelTables } from '#kernel/service'
import { latestMeasures, measuresById } from '#modules/measures'
import { changeFile, openFile, recordResult, tick } from './acts/files.ts'
import { calendarFile } from './calendarFile.ts'
import { FileForm, NewResult, Ticked } from './forms.ts'
import { lawAt, rulesBehind } from './law.ts'
import { type FileKind, fileKinds, fileSubject, fileUrl, itemsOf, type LegalFile, paperNames, planOf, stepsOf } from './legalFile.ts'
import { words } from './locales/index.ts'
import { FileFormPage } from './pages/FileFormPage.tsx'
import { FilePage } from './pages/FilePage.tsx'
import { PaperPage } from './pages/PaperPage.tsx'
import { paperOf } from './papers.ts'
import { fileById } from './queries/files.ts'
import { electorateOn, petitionById } from './queries/petitions.ts'
import { checkCount } from './rules/outcomeOf.ts'
import { sayStep } from './saying.ts'
import type { InstrumentsTables } from './schema.ts'

type Request = C<InstrumentsTables & KernelTables>

/** The files of votes and participations: opened, written again, ticked, printed, counted. */
export const fileRoutes = router<InstrumentsTables>()
  .get('/demarches-citoyennes/dossiers/nouveau', townHall, c => {
    const asked = (name: string) => (c.req.query(name) ?? '').slice(0, 40)
    const kind = fileKinds.find(one => one === asked('kind')) ?? null
    const names = ['councilOn', 'transmittedOn', 'wishedOn', 'lastOn', 'measure', 'petition'] as const
    const values = Object.fromEntries(names.map(name => [name, asked(name)]))
    return formPage(c, emptyForm(FileForm, { kind: kind ?? '', ...values }), { kind, file: null })
  })

  .post('/demarches-citoyennes/dossiers', townHall, async c => {
    const form = await checked(c, await submitted(c, FileForm))
    const kind = fileKinds.find(one => one === form.values.kind) ?? null
    if (!form.ok) return formPage(c, form, { kind, file: null }, 422)
    return redirect(c, fileUrl(await openFile(c.var, form.value.kind, form.value)))
  })

  .get('/demarches-citoyennes/dossiers/:legalFile', anyone, async c => {
    const file = await found(c)
    return file ? onePage(c, file, emptyForm(NewResult)) : notFound(c)
  })

  .get('/demarches-citoyennes/dossiers/:legalFile/modifier', townHall, async c => {
    const file = await found(c)
    if (!file) return notFound(c)
    const { kind, title, question, area, councilOn } = file
    const values = { kind, title, question, area, councilOn, transmittedOn: file.transmittedOn ?? '', wishedOn: file.wishedOn ?? '' }
    const links = { lastOn: file.lastOn ?? '', measure: file.measure ?? '', petition: file.petition ?? '' }
    return formPage(c, emptyForm(FileForm, { ...values, ...links }), { kind, file })
  })

  .post('/demarches-citoyennes/dossiers/:legalFile', townHall, async c => {
    const file = await found(c)
    if (!file) return notFound(c)
    const form = await checked(c, await submitted(c, FileForm))
    if (!form.ok) return formPage(c, form, { kind: file.kind, file }, 422)
    await changeFile(c.var, file, form.value)
    return redirect(c, fileUrl(file.id))
  })

  .post('/demarches-citoyennes/dossiers/:legalFile/liste', townHall, async c => {
    const file = await found(c)
    if (!file) return notFound(c)
    const form = await submitted(c, Ticked)
    if (!form.ok || !itemsOf(file.kind).includes(form.value.item)) return onePage(c, file, emptyForm(NewResult), 422)
    await tick(c.var, file, form.value.item)
    return redirect(c, `${fileUrl(file.id)}#liste`)
  })

  .post('/demarches-citoyennes/dossiers/:legalFile/resultat', townHall, async c => {
    const file = await found(c)
    if (!file || file.kind === 'participation') return notFound(c)
    const t = words(c.var.locale)
    const form = await submitted(c, NewResult)
    if (!form.ok) return onePage(c, file, form, 422)
    const plan = planOf(file.kind, file, c.var.body.population)
    if (plan.of === 'vote' && c.var.today < plan.plan.plannedOn) return onePage(c, file, refuseField(form, '', t('refused.too-soon')), 422)
    const wrong = checkCount(form.value)
    if (wrong) return onePage(c, file, refuseField(form, wrong, t(wrong === 'voters' ? 'refused.voters' : 'refused.sum')), 422)
    await recordResult(c.var, file, form.value)
    return redirect(c, `${fileUrl(file.id)}#resultats`)
  })

  .get('/demarches-citoyennes/dossiers/:legalFile/calendrier.ics', anyone, async c => {
    const file = await found(c)
    if (!file) return notFound(c)
    const t = words(c.var.locale)
    const steps = stepsOf(planOf(file.kind, file, c.var.body.population))
    const days = steps.map(({ key, on }) => ({
      id: `legal-file-${file.id}-${key}@${new URL(c.var.url).host}`,
      on,
      title: `${sayStep(t, key)} (${file.title})`,
    }))
    const body = calendarFile(file.title, `${c.var.url}${fileUrl(file.id)}`, file.writtenAt, days)
    return download(c, { name: `calendrier-${file.id}.ics`, type: 'text/calendar; charset=utf-8', body })
  })

  .get('/demarches-citoyennes/dossiers/:legalFile/pieces/:legalPaper{[a-z]+}', anyone, async c => {
    const file = await found(c)
    const name = paperNames.find(one => one === c.req.param('legalPaper'))
    if (!file || !name) return notFound(c)
    const electorate = await electorateOn(c.var, c.var.today)
    const plan = planOf(file.kind, file, c.var.body.population)
    const lines = paperOf(name, { commune: c.var.body.name, file, plan, electors: electorate?.electors ?? null })
    return lines ? page(c, <PaperPage t={words(c.var.locale)} file={file} name={name} lines={lines} />) : notFound(c)
  })

const found = (c: Request) => fileById(c.var, c.req.param('legalFile') ?? '0')

/** A measure and a petition that this commune knows. */
const checked = async <Typed extends Awaited<ReturnType<typeof submitted<typeof FileForm>>>>(c: Request, form: Typed) => {
  if (!form.ok) return form
  const t = words(c.var.locale)
  const { measure, petition } = form.value
  if (measure && (await measuresById(c.var.db, c.var.body.id, [measure])).length === 0)
    return refuseField(form, 'measure', t('refused.measure'))
  if (petition && !(await petitionById(c.var, petition))) return refuseField(form, '', t('refused.measure'))
  return form
}

const formPage = async (
  c: Request,
  form: Form<FileForm>,
  { kind, file }: { readonly kind: FileKind | null; readonly file: LegalFile | null },
  status: 200 | 422 = 200,
) => {
  const measures = await latestMeasures(c.var.db, c.var.body.id, 200)
  return page(c, <FileFormPage t={words(c.var.locale)} form={form} kind={kind} file={file} measures={measures} />, status)
}

const onePage = async (c: Request, file: LegalFile, result: Form<NewResult>, status: 200 | 422 = 200) => {
  const { db, body, actor, locale, today } = c.var
  const [measure] = await measuresById(db, body.id, file.measure ? [file.measure] : [])
  const petition = file.petition ? await petitionById(c.var, file.petition) : null
  return page(
    c,
    <FilePage
      t={words(locale)}
      locale={locale}
      today={today}
      file={file}
      plan={planOf(file.kind, file, body.population)}
      rules={rulesBehind[file.kind].map(id => lawAt(id, file.councilOn))}
      turnout={numberAt(participation, 'referendum.turnout', file.councilOn)}
      measureTitle={measure?.title ?? null}
      petitionTitle={petition?.title ?? null}
      result={result}
      isTownHall={townHall.allows(actor)}
      isFollowing={actor.personId === null ? null : await isFollowing(c.var, fileSubject(file.id), actor.personId)}
    />,
    status,
  )
}
