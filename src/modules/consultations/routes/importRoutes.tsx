import { type PolisProblem, type PolisRead, readPolisComments, readPolisParticipants, readPolisVotes } from '#engines/opinionMap'
import { emptyForm, refuseField } from '#kernel/forms'
import { agent, anyone, download, notFound, page, redirect, router, submitted, uploaded } from '#kernel/http'
import { ImportForm } from '../forms.ts'
import { type T, words } from '../locales/index.ts'
import { ImportPage } from '../pages/ImportPage.tsx'
import { exportPolis, type PolisFile } from '../results/exportPolis.ts'
import { importPolis } from '../results/importPolis.ts'
import type { ConsultationTables } from '../schema.ts'
import { found, type Request } from './reads.ts'

const fields = ['comments', 'votes', 'participants'] as const
type Field = (typeof fields)[number]

/** Conversations held elsewhere, in the files that Polis writes. */
export const importRoutes = router<ConsultationTables>()
  .get('/consultations/import', agent, c => page(c, <ImportPage t={words(c.var.locale)} form={emptyForm(ImportForm)} />))

  .post('/consultations/import', agent, async c => {
    const t = words(c.var.locale)
    const form = await submitted(c, ImportForm)
    if (!form.ok) return page(c, <ImportPage t={t} form={form} />, 422)
    const refuse = (field: Field, said: string) => page(c, <ImportPage t={t} form={refuseField(form, field, said)} />, 422)
    const comments = await readFile(c, 'comments', readPolisComments)
    if (!comments) return refuse('comments', t('import.missing'))
    if (!comments.ok) return refuse('comments', problem(t, comments.problem))
    const votes = await readFile(c, 'votes', readPolisVotes)
    if (!votes) return refuse('votes', t('import.missing'))
    if (!votes.ok) return refuse('votes', problem(t, votes.problem))
    const participants = await readFile(c, 'participants', readPolisParticipants)
    if (participants && !participants.ok) return refuse('participants', problem(t, participants.problem))
    const ids = comments.value.map(one => one.id)
    const odd = oddNumber(ids)
    if (odd !== null) return refuse('comments', t('import.number', { text: odd }))
    const twice = repeated(ids)
    if (twice !== null) return refuse('comments', t('import.twice', { text: twice }))
    const long = comments.value.find(one => [...one.body].length > longestImported)
    if (long) return refuse('comments', t('import.long', { text: long.id, most: longestImported }))
    const oddVote = oddNumber(votes.value.map(one => one.statement))
    if (oddVote !== null) return refuse('votes', t('import.number', { text: oddVote }))
    const about = { ...form.value, organiser: form.value.source, purpose: t('import.purpose'), followUp: t('import.followUp') }
    const id = await importPolis(c.var, about, { comments: comments.value, votes: votes.value, participants: participants?.value ?? null })
    return redirect(c, `/consultations/${id}`)
  })

  .get('/consultations/:consultation/export/comments.csv', anyone, c => file(c, 'comments'))
  .get('/consultations/:consultation/export/votes.csv', anyone, c => file(c, 'votes'))
  .get('/consultations/:consultation/export/participants-votes.csv', anyone, c => file(c, 'participants-votes'))

const readFile = async <Content,>(c: Request, field: Field, read: (chunks: Uint8Array[]) => Promise<PolisRead<Content>>) => {
  const sent = await uploaded(c, field)
  return sent && read([sent.bytes])
}

/** Characters of one statement: more is no longer a statement. */
const longestImported = 4000

/** The first identifier that was read before. */
const repeated = (ids: readonly string[]): string | null => {
  const known = new Set<number>()
  for (const id of ids) {
    if (known.has(Number(id))) return id
    known.add(Number(id))
  }
  return null
}

/** The first identifier that is not a number of this platform. */
const oddNumber = (ids: readonly string[]) => ids.find(id => !/^\d{1,9}$/.test(id)) ?? null

const problem = (t: T, found: PolisProblem) =>
  t('import.problem', {
    kind: t(`problem.${found.kind}`),
    line: 'line' in found ? found.line : 1,
    text: [('column' in found && found.column) || '', ('text' in found && found.text) || '']
      .filter(Boolean)
      .join(' : ')
      .slice(0, 80)
      .toWellFormed(),
  })

const file = async (c: Request, name: PolisFile) => {
  const one = await found(c)
  const body = one?.consultation.isImported ? await exportPolis(c.var, one.consultation.id, name) : null
  return body === null || body === undefined ? notFound(c) : download(c, { name: `${name}.csv`, type: 'text/csv; charset=utf-8', body })
}
