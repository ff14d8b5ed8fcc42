import { emptyForm, refuseField } from '#kernel/forms'
import { agent, anyone, type C, conflict, download, notFound, page, redirect, router, submitted, uploaded } from '#kernel/http'
import { record } from '#kernel/journal'
import { personNames } from '#kernel/people'
import type { KernelTables } from '#kernel/service'
import { PopulationForm } from './forms.ts'
import { words } from './locales/index.ts'
import { ImportPage } from './pages/ImportPage.tsx'
import { PopulationPage } from './pages/PopulationPage.tsx'
import { addVersion, figuresOf, type PopulationVersion, publishVersion, versionById, versionOn, versions } from './queries.ts'
import { type FileFault, readFigures } from './readFigures.ts'
import type { PopulationTables } from './schema.ts'
import { crossedTemplate, marginsTemplate } from './templates.ts'
import { textOfFile } from './textOfFile.ts'

type Here = C<PopulationTables & KernelTables>

export const routes = router<PopulationTables>()
  .get('/population', anyone, async c => {
    const { db, body, today } = c.var
    return populationPage(c, await versionOn(db, body.id, today))
  })

  .get('/population/import', agent, async c => importPage(c, emptyForm(PopulationForm)))

  .post('/population/import', agent, async c => {
    const t = words(c.var.locale)
    const form = await submitted(c, PopulationForm)
    if (!form.ok) return importPage(c, form, [], 422)
    const file = await uploaded(c, 'file')
    const text = file ? textOfFile(file.bytes) : form.value.text
    if (text === null) return importPage(c, refuseField(form, 'text', t('import.notText')), [], 422)
    const read = readFigures(text)
    if (!read.ok) return importPage(c, refuseField(form, 'text', t('import.refused', { n: read.faults.length })), read.faults, 422)
    const { source, licence, reference, note } = form.value
    const id = await addVersion(c.var, { source, licence, referenceOn: reference, note }, read.read)
    await record(c.var, 'population.imported', { subject: `population:${id}`, content: { source, reference } })
    return redirect(c, `/population/versions/${id}`)
  })

  .get('/population/modele-marges.csv', anyone, c => download(c, template('modele-marges.csv', marginsTemplate)))
  .get('/population/modele-croise.csv', anyone, c => download(c, template('modele-croise.csv', crossedTemplate)))

  .get('/population/versions/:figures', anyone, async c => {
    const version = await versionOr404(c)
    return version ? populationPage(c, version) : notFound(c)
  })

  .post('/population/versions/:figures/publication', agent, async c => {
    const version = await versionOr404(c)
    if (!version) return notFound(c)
    if (version.publishedAt !== null) return conflict(c, words(c.var.locale)('version.already'))
    await publishVersion(c.var, version.id)
    await record(c.var, 'population.published', { subject: `population:${version.id}`, content: { source: version.source } })
    return redirect(c, '/population')
  })

const template = (name: string, body: string) => ({ name, type: 'text/csv; charset=utf-8', body })

/** A version that waits is for agents alone. */
const versionOr404 = async (c: Here): Promise<PopulationVersion | null> => {
  const version = await versionById(c.var.db, c.var.body.id, c.req.param('figures') ?? '0')
  return version && (version.publishedAt !== null || isAgent(c)) ? version : null
}
const isAgent = (c: Here) => c.var.actor.roles.has('agent')

const importPage = (c: Here, form: Parameters<typeof ImportPage>[0]['form'], faults: readonly FileFault[] = [], status: 200 | 422 = 200) =>
  page(c, <ImportPage t={words(c.var.locale)} form={form} faults={faults} />, status)

const populationPage = async (c: Here, version: PopulationVersion | undefined) => {
  const { db, body, today, locale } = c.var
  const known = await versions(db, body.id, isAgent(c))
  const current = await versionOn(db, body.id, today)
  const names = await personNames(
    db,
    known.flatMap(({ madeBy, publishedBy }) => [madeBy, publishedBy]).filter(id => id !== null),
  )
  const props = { t: words(locale), locale, body, versions: known, current: current?.id ?? null, names, mayImport: isAgent(c) }
  return page(c, <PopulationPage {...props} version={version ?? null} figures={version ? await figuresOf(db, body.id, version) : null} />)
}
