import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { agent, conflict, notFound, page, redirect, router, signedIn, submitted } from '#kernel/http'
import { SheetForm, TableForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { CountingSheetPage, PaperPage, PrintedBallotPage, SheetEntryPage } from '../pages/PaperPages.tsx'
import { type Ballot, ballotById, questionsOf } from '../queries/ballots.ts'
import { type CountingTable, countingTable, countingTables, enterSheet, openTable } from '../queries/paper.ts'
import { readSheet } from '../rules/readSheet.ts'
import { differences } from '../rules/settle.ts'
import type { BallotTables } from '../schema.ts'
import type { Request } from './reads.ts'

const base = '/votes/:ballot'

/** Paper: ballots and sheets to print, tables where they are counted, and the two entries of each sheet. */
export const paperRoutes = router<BallotTables>()
  .get(`${base}/papier`, agent, async c => {
    const ballot = await withPaper(c)
    if (!ballot) return notFound(c)
    const { locale } = c.var
    return page(c, <PrintedBallotPage {...{ t: words(locale), locale, ballot }} questions={await questionsOf(c.var, ballot.id)} />)
  })
  .get(`${base}/feuille-de-depouillement`, agent, async c => {
    const ballot = await withPaper(c)
    if (!ballot) return notFound(c)
    return page(c, <CountingSheetPage t={words(c.var.locale)} ballot={ballot} questions={await questionsOf(c.var, ballot.id)} />)
  })
  .get(`${base}/depouillement`, agent, async c => {
    const ballot = await withPaper(c)
    return ballot ? tablesPage(c, ballot, emptyForm(TableForm)) : notFound(c)
  })
  .post(`${base}/depouillement`, agent, async c => {
    const ballot = await withPaper(c)
    if (!ballot) return notFound(c)
    if (!canEnter(ballot)) return conflict(c, words(c.var.locale)('paper.afterClose'))
    const form = await submitted(c, TableForm)
    if (!form.ok) return tablesPage(c, ballot, form, 422)
    return redirect(c, `/votes/${ballot.id}/depouillement/${await openTable(c.var, ballot.id, form.value)}`)
  })
  .get('/votes/:countedBallot/depouillement/:countingTable', agent, async c => {
    const at = await tableAsked(c)
    return at ? entryPage(c, at, emptyForm(SheetForm)) : notFound(c)
  })
  .post('/votes/:countedBallot/depouillement/:countingTable', agent, async c => {
    const at = await tableAsked(c)
    if (!at) return notFound(c)
    const t = words(c.var.locale)
    const turn = turnFor(at, signedIn(c).personId)
    if (turn === null) return conflict(c, refusalOf(c, at) ?? t('entry.settledText'))
    const form = await submitted(c, SheetForm)
    const questions = await questionsOf(c.var, at.ballot.id)
    const { counts, errors } = readSheet(questions, form.values)
    const reason = ([form.values['reason'] ?? ''].flat()[0] ?? '').toWellFormed().replaceAll('\0', '').trim().slice(0, 1000)
    const wrong = errors.reduce<Form<SheetForm>>(
      (left, one) => refuseField(left, one.field, t(`entry.${one.because}`, { line: one.line })),
      {
        values: form.values,
        errors: turn === 3 && reason.length < 5 ? { reason: t('entry.reasonNeeded') } : {},
      },
    )
    if (Object.keys(wrong.errors).length > 0) return entryPage(c, at, wrong, 422)
    await enterSheet(c.var, at.table, { turn, counts, reason: turn === 3 ? reason : '' })
    return redirect(c, `/votes/${at.ballot.id}/depouillement/${at.table.id}`)
  })

const withPaper = async (c: Request, name = 'ballot'): Promise<Ballot | null> => {
  const ballot = await ballotById(c.var, c.req.param(name)!)
  return ballot?.hasPaper ? ballot : null
}
const canEnter = ({ state }: Ballot) => state === 'closed' || state === 'counted'

interface At {
  readonly ballot: Ballot
  readonly table: CountingTable
}
const tableAsked = async (c: Request): Promise<At | null> => {
  const ballot = await withPaper(c, 'countedBallot')
  const table = await countingTable(c.var, c.req.param('countingTable')!)
  return ballot && table?.ballot === ballot.id ? { ballot, table } : null
}

/** Which entry this person may make now: the first, the second if the first was somebody else's, or the settlement. */
const turnFor = ({ ballot, table }: At, person: string): 1 | 2 | 3 | null => {
  if (!canEnter(ballot) || table.isSettled) return null
  if (table.entries.length === 0) return 1
  if (table.entries.length === 1) return table.entries[0]?.by === person ? null : 2
  return 3
}
const refusalOf = (c: Request, { ballot, table }: At): string | null => {
  const t = words(c.var.locale)
  if (table.isSettled) return null
  return t(canEnter(ballot) ? 'entry.otherPerson' : ballot.state === 'published' ? 'entry.published' : 'paper.afterClose')
}

const tablesPage = async (c: Request, ballot: Ballot, form: Form<TableForm>, status: 200 | 422 = 200) =>
  page(
    c,
    <PaperPage
      t={words(c.var.locale)}
      ballot={ballot}
      tables={await countingTables(c.var, ballot.id)}
      form={form}
      canOpen={canEnter(ballot)}
    />,
    status,
  )

const entryPage = async (c: Request, at: At, form: Form<SheetForm>, status: 200 | 422 = 200) => {
  const turn = turnFor(at, signedIn(c).personId)
  const [first, second] = at.table.entries
  // Whoever enters second does not see what the first one wrote: the figures are shown once both are in.
  return page(
    c,
    <SheetEntryPage
      {...{ t: words(c.var.locale), ...at, form, turn }}
      questions={await questionsOf(c.var, at.ballot.id)}
      found={first && second ? differences(first.counts, second.counts) : []}
      refusal={turn === null ? refusalOf(c, at) : null}
    />,
    status,
  )
}
