import { plainText } from '#engines/texts'
import { dayInParis } from '#kernel/clock'
import { together } from '#kernel/db'
import type { Outcome, OutcomesAsked, OutcomeStep } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { words, type T } from '../locales/index.ts'
import { amendmentRows, type AmendmentRow, lifeRows, type LifeRow, proposalRows, type ProposalRow } from './outcomeRows.ts'

/** What people proposed about measures, what was decided, and what the measures became. Nothing by service: the catalogue knows that. */
export const outcomes = async (world: AnyWorld, asked: OutcomesAsked): Promise<readonly Outcome[]> => {
  if (asked.service !== null && asked.measure === null) return []
  const t = words(world.locale)
  const [amendments, proposals, lives] = await together([amendmentRows(world, asked), proposalRows(world, asked), lifeRows(world, asked)])
  const threads = [
    ...amendments.map(row => amendmentThread(t, row)),
    ...proposals.map(row => proposalThread(t, row)),
    ...lives.map(row => lifeThread(t, row)),
  ]
  return threads.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1)).slice(0, asked.limit)
}

const amendmentThread = (t: T, row: AmendmentRow): Outcome => {
  const url = `/mesures/${row.measure}/amendements/${row.id}`
  const isRefused = row.outcome === 'refused'
  const said = row.gesture === 'removal' ? t('outcome.removal', { reason: row.reason }) : short(row.text)
  return {
    id: `amendment:${row.id}`,
    title: t('outcome.amendment', { id: row.id, measure: row.title }),
    service: null,
    measure: row.measure,
    said: step(row.author ? t('outcome.saidBy', { name: row.author, text: said }) : said, url, row.filedAt),
    decided: row.decidedAt
      ? step(t(`outcome.${row.outcome ?? 'refused'}`, { n: row.version ?? 0, reason: short(row.decision ?? '') }), url, row.decidedAt)
      : null,
    ...(isRefused || row.decidedAt === null ? { done: null, measured: null } : ends(t, row)),
    at: latest([row.filedAt, row.decidedAt, ...(isRefused ? [] : [row.runningAt, row.evaluatedAt])]),
    isRefused,
  }
}

const proposalThread = (t: T, row: ProposalRow): Outcome => {
  const url = `/mesures/propositions/${row.id}`
  const isRefused = row.outcome === 'refused'
  const decided = row.outcome === 'published' ? 'outcome.published' : 'outcome.proposalRefused'
  return {
    id: `measure-proposal:${row.id}`,
    title: row.title,
    service: null,
    measure: row.measure,
    said: step(row.author ? t('outcome.saidBy', { name: row.author, text: short(row.text) }) : short(row.text), url, row.proposedAt),
    decided: row.decidedAt
      ? step(t(decided, { reason: short(row.decision ?? '') }), row.measure ? `/mesures/${row.measure}` : url, row.decidedAt)
      : null,
    ...(row.measure === null ? { done: null, measured: null } : ends(t, { ...row, measure: row.measure })),
    at: latest([row.proposedAt, row.decidedAt, row.runningAt, row.evaluatedAt]),
    isRefused,
  }
}

const lifeThread = (t: T, row: LifeRow): Outcome => ({
  id: `measure:${row.measure}`,
  title: row.title,
  service: null,
  measure: row.measure,
  said: step(t('outcome.measureSaid', { supports: row.supports, amendments: row.amendments }), `/mesures/${row.measure}`, row.proposedAt),
  decided: row.decidedAt
    ? step(
        t(row.isWithdrawn ? 'outcome.measureWithdrawn' : 'outcome.measureDecided', { reason: short(row.decision ?? '') }),
        `/mesures/${row.measure}/etapes`,
        row.decidedAt,
      )
    : null,
  ...ends(t, row),
  at: latest([row.decidedAt, row.runningAt, row.evaluatedAt]),
  isRefused: row.isWithdrawn,
})

/** The measure in service, and evaluated: what was done, and its effect. */
const ends = (
  t: T,
  row: { measure: string; runningAt: string | null; running: string | null; evaluatedAt: string | null; evaluated: string | null },
) => ({
  done: row.runningAt ? step(t('outcome.running', { reason: short(row.running ?? '') }), `/mesures/${row.measure}`, row.runningAt) : null,
  measured: row.evaluatedAt
    ? step(t('outcome.evaluated', { reason: short(row.evaluated ?? '') }), `/mesures/${row.measure}/etapes`, row.evaluatedAt)
    : null,
})

const step = (text: string, url: string, at: string): OutcomeStep => ({ text, url, on: dayInParis(at) })
const short = (markdown: string) => {
  const text = plainText(markdown)
  return text.length > 260 ? `${text.slice(0, 259).toWellFormed()}…` : text
}
const latest = (instants: readonly (string | null)[]) =>
  instants
    .filter(at => at !== null)
    .toSorted()
    .at(-1) ?? ''
