import { filePath } from '#engines/moderation'
import { isTownHall } from '#engines/moderation'
import { anyone, download, notFound, page, pageOf, router } from '#kernel/http'
import { words } from '../locales/index.ts'
import { ProvenancePage } from '../pages/ProvenancePage.tsx'
import { ResultsPage } from '../pages/ResultsPage.tsx'
import { StatementsPage } from '../pages/StatementsPage.tsx'
import type { Consultation } from '../queries/consultations.ts'
import { bundleOf, liveMap, publicationById, publicationOf } from '../queries/maps.ts'
import { heldStatements, statements, subjectOf } from '../queries/statements.ts'
import { orderOf, orders, ranked } from '../rules/orders.ts'
import { periodsOf } from '../rules/periods.ts'
import type { Reading } from '../rules/terms.ts'
import type { ConsultationTables } from '../schema.ts'
import { consultationSettingsOf } from '../settings.ts'
import { found, type Request } from './reads.ts'

const base = '/consultations/:consultation'

/** What people say, read by everyone or by verified residents alone; where it comes from; and the files to find it again. */
export const resultRoutes = router<ConsultationTables>()
  .get(`${base}/resultats`, anyone, async c => {
    const one = await found(c)
    if (!one) return notFound(c)
    const { content, publication } = await resultOf(c, one.consultation)
    const settings = await consultationSettingsOf(c.var)
    const props = { t: words(c.var.locale), locale: c.var.locale, consultation: one.consultation, content, publication, ...settings }
    return page(c, <ResultsPage {...props} reading={readingOf(c)} />)
  })

  .get(`${base}/affirmations`, anyone, async c => {
    const one = await found(c)
    if (!one) return notFound(c)
    const { consultation } = one
    const { actor, locale } = c.var
    const { content } = await resultOf(c, consultation)
    const reading = readingOf(c)
    const shown = content?.[reading] ?? null
    const order = orderOf(c.req.query('tri'))
    const asked = pageOf(c, 25)
    const all = await statements(c.var, consultation.id)
    const byNumber = new Map(all.map(each => [each.number, each]))
    const wanted = Number(c.req.query('de') ?? '')
    const numbers =
      Number.isInteger(wanted) && byNumber.has(wanted)
        ? [wanted]
        : ranked([...byNumber.keys()], new Map(shown?.statements.map(each => [each.number, each])), order)
    const shownNumbers = numbers.slice(asked.start, asked.start + asked.size)
    const href = ({ tri, lecture, page: number }: { tri?: string; lecture?: string; page?: number }) => {
      const query = new URLSearchParams()
      const word = tri ?? orders.find(each => each.order === order)!.word
      if (word !== 'consensus') query.set('tri', word)
      if ((lecture ?? (reading === 'verified' ? 'verifies' : '')) !== '') query.set('lecture', 'verifies')
      if ((number ?? asked.number) > 1) query.set('page', String(number ?? asked.number))
      return `/consultations/${consultation.id}/affirmations${query.size > 0 ? `?${query}` : ''}`
    }
    const held = isTownHall(actor) || one.runs ? await heldStatements(c.var, consultation.id) : []
    return page(
      c,
      <StatementsPage
        {...{ t: words(locale), locale, consultation, reading, order, shown, href }}
        statements={shownNumbers.map(number => byNumber.get(number)!)}
        pageNumber={asked.number}
        hasMore={numbers.length > asked.start + asked.size}
        subjectOf={number => subjectOf(consultation.id, number)}
        held={held.map(each => ({ ...each, file: filePath(subjectOf(consultation.id, each.number)) }))}
      />,
    )
  })

  .get(`${base}/provenance`, anyone, async c => {
    const one = await found(c)
    if (!one) return notFound(c)
    const { content } = await resultOf(c, one.consultation)
    const { isByHour, periods } = periodsOf(content?.provenance.byHour ?? [], content?.provenance.block ?? null)
    const { locale } = c.var
    return page(c, <ProvenancePage {...{ t: words(locale), locale, consultation: one.consultation, content, periods, isByHour }} />)
  })

  .get('/consultations/publications/:publication/dossier.zip', anyone, async c => {
    const id = c.req.param('publication')!
    const publication = await publicationById(c.var.db, c.var.body.id, id)
    const body = publication && (await bundleOf(c.var.db, c.var.body.id, id))
    if (!publication || !body) return notFound(c)
    return download(c, {
      name: `consultation-${publication.consultation}-publication-${publication.number}.zip`,
      type: 'application/zip',
      body,
    })
  })

const readingOf = (c: Request): Reading => (c.req.query('lecture') === 'verifies' ? 'verified' : 'everyone')

/** What is published, once the consultation is; else the provisional map. */
const resultOf = async (c: Request, consultation: Consultation) => {
  const publication = consultation.state === 'published' ? await publicationOf(c.var.db, c.var.body.id, consultation.id) : null
  return { publication, content: publication?.content ?? (await liveMap(c.var.db, c.var.body.id, consultation.id)) }
}
