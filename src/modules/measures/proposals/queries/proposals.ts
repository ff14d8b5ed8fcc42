import { interested } from '#engines/following'
import { type PageOfRows, sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { College } from '#kernel/people'
import type { AnyWorld, World } from '#kernel/world'
import type { KernelTables } from '#kernel/service'
import { addMeasure, lastPositions } from '../../queries/addMeasure.ts'
import type { MeasureTables } from '../../schema.ts'
import { words } from '../locales/index.ts'
import type { ProposalOutcome } from '../rules/canDecideProposal.ts'

type Here = World<MeasureTables & KernelTables>

export interface Proposal {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly reason: string
  /** The page of this site that gave birth to it; empty when it came by itself. */
  readonly origin: string
  readonly authorId: string | null
  readonly author: string | null
  readonly college: College
  readonly keyedBy: string | null
  readonly at: string
  readonly decision: {
    readonly outcome: ProposalOutcome
    readonly reason: string
    readonly at: string
    readonly by: string | null
    readonly college: College
    readonly measure: string | null
  } | null
}
export const proposalSubject = (id: string) => `measure-proposal:${id}`
export const proposalPath = (id: string) => `/mesures/propositions/${id}`

const columns = sql`
  p.id, p.title, p.text, p.reason, p.origin, p.author_id as "authorId", p.college, p.proposed_at as at,
  (select n.name from kernel.person n where n.id = p.author_id) as author,
  (select n.name from kernel.person n where n.id = p.keyed_by) as "keyedBy",
  (select jsonb_build_object('outcome', d.outcome, 'reason', d.reason, 'at', d.decided_at, 'college', d.college, 'measure', d.measure_id::text,
    'by', (select n.name from kernel.person n where n.id = d.author_id))
    from measures.proposal_decision d where d.body_id = p.body_id and d.proposal_id = p.id) as decision`

/** Measures proposed, those that wait first, then the latest; one more than the page holds. */
export const readProposals = async (
  { db, body }: Pick<AnyWorld, 'db' | 'body'>,
  page: Omit<PageOfRows, 'number'>,
): Promise<readonly Proposal[]> => {
  const { rows } = await sql<Proposal>`
    select ${columns} from measures.proposal p where p.body_id = ${body.id}
    order by exists (select from measures.proposal_decision d where d.body_id = p.body_id and d.proposal_id = p.id), p.id desc
    limit ${page.size + 1} offset ${page.start}`.execute(db)
  return rows
}

export const readProposalOf = async ({ db, body }: Pick<AnyWorld, 'db' | 'body'>, id: string): Promise<Proposal | null> => {
  const { rows } = await sql<Proposal>`select ${columns} from measures.proposal p where p.body_id = ${body.id} and p.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** The measures proposed that await a word of the town hall, the oldest first; nothing of what moderation set apart. */
export const waitingProposals = async ({ db, body }: Pick<AnyWorld, 'db' | 'body'>, limit: number) => {
  const { rows } = await sql<{ id: string; title: string; total: number }>`
    select p.id, p.title, count(*) over ()::integer as total from measures.proposal p where p.body_id = ${body.id}
      and not exists (select from measures.proposal_decision d where d.body_id = p.body_id and d.proposal_id = p.id)
      and not exists (select from moderation.content k where k.body_id = p.body_id and k.subject = 'measure-proposal:' || p.id and k.state <> 'visible')
    order by p.id limit ${limit}`.execute(db)
  return rows
}

/** Keeps what someone proposes as a measure. @returns its number */
export const fileProposal = async (
  world: Here,
  author: { readonly personId: string; readonly college: College },
  proposed: { readonly title: string; readonly text: string; readonly reason: string; readonly origin: string },
): Promise<string> => {
  const { id } = await world.db
    .insertInto('measures.proposal')
    .values({
      body_id: world.body.id,
      ...proposed,
      author_id: author.personId,
      college: author.college,
      channel: world.actor.onBehalf?.channel ?? 'screen',
      keyed_by: world.actor.onBehalf?.keyedBy ?? null,
      proposed_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await interested(world, proposalSubject(id), author.personId, 'author')
  await record(world, 'measure.proposal-filed', { subject: proposalSubject(id), content: { proposal: id, origin: proposed.origin } })
  return id
}

/** Makes a measure of it, stage “proposed”, its author credited. @returns the measure */
export const publishProposal = async (world: Here, proposal: Proposal, section: string | null, reason: string): Promise<string> => {
  const measure = await addMeasure(world, {
    programme: null,
    section,
    position: (await lastPositions(world)).measure,
    number: '',
    title: proposal.title,
    summary: summaryOf(proposal.text),
    text: proposal.text,
    reason,
    credits: proposal.authorId === null ? [] : [{ personId: proposal.authorId, part: proposalSubject(proposal.id) }],
  })
  if (proposal.authorId !== null) await interested(world, `measure:${measure}`, proposal.authorId, 'author')
  await decide(world, proposal, 'published', reason, measure)
  return measure
}

/** Refused by the town hall, or withdrawn by its author. */
export const closeProposal = (world: Here, proposal: Proposal, outcome: 'refused' | 'withdrawn', reason: string) =>
  decide(world, proposal, outcome, reason, null)

const decide = async (world: Here, proposal: Proposal, outcome: ProposalOutcome, reason: string, measure: string | null) => {
  await world.db
    .insertInto('measures.proposal_decision')
    .values({
      body_id: world.body.id,
      proposal_id: proposal.id,
      outcome,
      reason,
      author_id: world.actor.personId,
      college: world.actor.college ?? 'users',
      decided_at: world.now,
      measure_id: measure,
    })
    .execute()
  const said = (locale: 'fr' | 'en') => words(locale)(`news.${outcome}`)
  await record(world, `measure.proposal-${outcome}`, {
    subject: proposalSubject(proposal.id),
    content: {
      proposal: proposal.id,
      origin: proposal.origin,
      measure,
      reason,
      notify: {
        subject: proposalSubject(proposal.id),
        title: proposal.title,
        url: measure === null ? proposalPath(proposal.id) : `/mesures/${measure}`,
        what: { fr: said('fr'), en: said('en') },
      },
    },
  })
}

/** The first line of the text, for the list of measures. */
const summaryOf = (text: string) => {
  const first = text.split('\n').find(line => line.trim() !== '') ?? ''
  return first.length > 280 ? `${first.slice(0, 279).toWellFormed()}…` : first
}
