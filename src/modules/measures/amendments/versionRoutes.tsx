import { compareVersions } from '#engines/texts'
import { emptyForm } from '#kernel/forms'
import { anyone, notFound, page, router } from '#kernel/http'
import { readVersion } from '../queries/versions.ts'
import type { MeasureTables } from '../schema.ts'
import { CompareForm } from './forms.ts'
import { words } from './locales/index.ts'
import { ComparePage } from './pages/ComparePage.tsx'
import { VersionPage } from './pages/VersionPage.tsx'
import { VersionsPage } from './pages/VersionsPage.tsx'
import { readVersions } from './queries/readVersions.ts'
import { measureOf } from './reads.ts'

/** A page of versions. */
const most = 30
/** Above any version's number. */
const beyond = 2_000_000_000

/** Every version of a measure, readable for ever, and what changed between any two. */
export const versionRoutes = router<MeasureTables>()
  .get('/mesures/:measure/versions', anyone, async c => {
    const measure = await measureOf(c)
    if (!measure) return notFound(c)
    const versions = await readVersions(c.var.db, c.var.body.id, measure.id, most + 1, numberFrom(c.req.query('avant')) ?? beyond)
    const shown = versions.slice(0, most)
    return page(
      c,
      <VersionsPage
        t={words(c.var.locale)}
        measure={measure}
        versions={shown}
        older={versions.length > most ? (shown.at(-1)?.number ?? null) : null}
      />,
    )
  })

  .get('/mesures/:measure/versions/:version', anyone, async c => {
    const measure = await measureOf(c)
    const number = numberFrom(c.req.param('version'))
    if (!measure || number === null) return notFound(c)
    const { db, body, locale } = c.var
    const version = await readVersion(db, body.id, measure.id, number)
    const [line] = await readVersions(db, body.id, measure.id, 1, number + 1)
    if (!version || !line) return notFound(c)
    return page(c, <VersionPage t={words(locale)} measure={measure} version={version} line={line} latest={measure.version} />)
  })

  .get('/mesures/:measure/comparer', anyone, async c => {
    const measure = await measureOf(c)
    if (!measure) return notFound(c)
    const to = numberFrom(c.req.query('a')) ?? measure.version
    const from = numberFrom(c.req.query('de')) ?? Math.max(1, to - 1)
    const { db, body, locale } = c.var
    const before = await readVersion(db, body.id, measure.id, from)
    const after = await readVersion(db, body.id, measure.id, to)
    if (!before || !after) return notFound(c)
    const form = emptyForm(CompareForm, { de: String(from), a: String(to) })
    return page(
      c,
      <ComparePage
        t={words(locale)}
        measure={measure}
        from={from}
        to={to}
        latest={measure.version}
        rows={compareVersions(before.paragraphs, after.paragraphs)}
        form={form}
      />,
    )
  })

/** A version's number as it is written in an address; null for anything else. */
const numberFrom = (text: string | undefined) => (text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null)
