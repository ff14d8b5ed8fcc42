import { stringify } from 'csv-stringify/sync'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { agent, anyone, conflict, download, notFound, page, pageOf, redirect, router, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { measuresById } from '#modules/measures'
import { TieForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { CountedBallotsPage } from '../pages/CountedBallotsPage.tsx'
import { ResultsPage } from '../pages/ResultsPage.tsx'
import { type Ballot, questionsOf } from '../queries/ballots.ts'
import { countedBallot, countedBallots } from '../queries/count.ts'
import { countingTables } from '../queries/paper.ts'
import { recordTieBreak, type Result, resultOf, tieBreaksOf } from '../queries/results.ts'
import { bundleOf } from '../results/bundle.ts'
import type { BallotTables } from '../schema.ts'
import { found, type Request } from './reads.ts'

const base = '/votes/:countedBallot'

/** Results, the ballots they follow from, and everything needed to count again. */
export const resultRoutes = router<BallotTables>()
  .get(`${base}/resultats`, anyone, async c => {
    const at = await published(c)
    return at ? resultsPage(c, at, emptyForm(TieForm)) : notFound(c)
  })
  .post(`${base}/departage`, agent, async c => {
    const at = await published(c)
    if (!at) return notFound(c)
    const t = words(c.var.locale)
    const form = await submitted(c, TieForm)
    if (!form.ok) return resultsPage(c, at, form, 422)
    const { question, option, lot } = form.value
    const tied = at.result.content.questions.find(one => one.number === question)?.winners ?? []
    if (tied.length < 2 || !tied.includes(option)) return resultsPage(c, at, refuseField(form, 'option', t('tie.notTied')), 422)
    if (!/^(https:\/\/\S+|\/[^/\s]\S*)$/.test(lot)) return resultsPage(c, at, refuseField(form, 'lot', t('tie.address')), 422)
    if ((await tieBreaksOf(c.var, at.ballot.id)).some(one => one.question === question)) return conflict(c, t('tie.already'))
    await recordTieBreak(c.var, at.ballot.id, form.value)
    await record(c.var, 'ballot.tieBroken', { subject: `ballot:${at.ballot.id}`, content: form.value })
    return redirect(c, `/votes/${at.ballot.id}/resultats`)
  })
  .get(`${base}/bulletins`, anyone, async c => {
    const at = await published(c)
    if (!at || at.ballot.isSecret) return notFound(c)
    const asked = pageOf(c, 50)
    const typed = (c.req.query('numero') ?? '')
      .toWellFormed()
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .slice(0, 12)
    const pseudonym = `${typed.slice(0, 4)}-${typed.slice(4, 8)}-${typed.slice(8)}`
    const one = typed === '' ? undefined : await countedBallot(c.var, at.ballot.id, pseudonym)
    const rows = one ? [one] : await countedBallots(c.var, at.ballot.id, { size: asked.size + 1, start: asked.start })
    return page(
      c,
      <CountedBallotsPage
        {...{ t: words(c.var.locale), ballot: at.ballot, typed: typed === '' ? '' : pseudonym, isMissing: one === null }}
        questions={await questionsOf(c.var, at.ballot.id)}
        ballots={rows.slice(0, asked.size)}
        pageNumber={asked.number}
        hasMore={rows.length > asked.size}
      />,
    )
  })
  .get(`${base}/bulletins.csv`, anyone, async c => {
    const at = await published(c)
    if (!at || at.ballot.isSecret) return notFound(c)
    const questions = await questionsOf(c.var, at.ballot.id)
    const head = ['bulletin', ...questions.flatMap(one => one.options.map(option => `q${one.number}_${option.number}`))]
    const rows = (await countedBallots(c.var, at.ballot.id, null)).map(({ pseudonym, answers }) => [
      pseudonym,
      ...questions.flatMap((one, index) => one.options.map(option => answers[index]?.[String(option.number)] ?? '')),
    ])
    return download(c, {
      name: `vote-${at.ballot.id}-bulletins.csv`,
      type: 'text/csv; charset=utf-8',
      body: stringify([head, ...rows]),
    })
  })
  .get(`${base}/depouillement.json`, anyone, async c => {
    const at = await published(c)
    if (!at) return notFound(c)
    const bundle = { ...(await bundleOf(c.var, at.ballot, at.result.content)), digest: at.result.digest }
    return download(c, { name: `vote-${at.ballot.id}.json`, type: 'application/json', body: JSON.stringify(bundle, null, 1) })
  })

interface At {
  readonly ballot: Ballot
  readonly result: Result
}
const published = async (c: Request): Promise<At | null> => {
  const ballot = await found(c, 'countedBallot')
  const result = ballot && (await resultOf(c.var, ballot.id))
  return ballot && result ? { ballot, result } : null
}

const resultsPage = async (c: Request, { ballot, result }: At, tie: Form<TieForm>, status: 200 | 422 = 200) => {
  const [measure] = ballot.measure === null ? [] : await measuresById(c.var.db, c.var.body.id, [ballot.measure])
  const { t, locale, isAgent } = { t: words(c.var.locale), locale: c.var.locale, isAgent: agent.allows(c.var.actor) }
  return page(
    c,
    <ResultsPage
      {...{ t, locale, isAgent, ballot, result, tie, measure: measure ?? null }}
      tables={await countingTables(c.var, ballot.id)}
      tieBreaks={await tieBreaksOf(c.var, ballot.id)}
    />,
    status,
  )
}
