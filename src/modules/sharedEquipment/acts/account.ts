import { createHash } from 'node:crypto'
import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { addDays } from '#kernel/rules'
import { allowed, refused, type Verdict } from '#kernel/service'
import { accountNow, closingsOf, type Cost, type Statement, statementsOf } from '../queries/accounts.ts'
import type { Agreement } from '../queries/conventions.ts'
import { contestsOfStatements, damagesOf } from '../queries/damages.ts'
import type { Item } from '../queries/items.ts'
import { Published } from '../rules/published.ts'
import { canClose, type ClosingRefusal, versionOfYear } from '../rules/terms.ts'
import type { Here } from '../schema.ts'
import { pen } from '../where.ts'

const isClosed = async (world: Here, agreement: number, year: number) => (await closingsOf(world, agreement)).some(one => one.year === year)

/** What the keeper foresees, or spent, for something it lends. */
export const noteCost = async (
  world: Here,
  item: Item,
  cost: Pick<Cost, 'year' | 'kind' | 'category' | 'label' | 'on' | 'cents'> & {
    readonly reverses?: string | null
    readonly file?: string | null
  },
): Promise<Verdict<'closed'>> => {
  if (await isClosed(world, item.agreement, cost.year)) return refused('closed')
  await world.db
    .insertInto('shared_equipment.cost')
    .values({
      body_id: world.body.id,
      agreement_id: item.agreement,
      resource_id: item.id,
      year: cost.year,
      kind: cost.kind,
      category: cost.category,
      label: cost.label,
      spent_on: cost.on,
      cents: cost.cents,
      reverses: cost.reverses ?? null,
      file_id: cost.file ?? null,
      noted_by: pen(world),
      noted_at: world.now,
    })
    .execute()
  await record(world, 'sharing.cost-noted', {
    subject: `sharedItem:${item.id}`,
    content: { item: item.id, year: cost.year, kind: cost.kind, cents: cost.cents, label: cost.label },
  })
  return allowed
}
/** Takes a line back by the opposite one. */
export const reverseCost = async (world: Here, item: Item, cost: Cost, reason: string): Promise<Verdict<'closed' | 'already'>> => {
  const all = await sql<{ n: number }>`select count(*)::int as n from shared_equipment.cost where reverses = ${cost.id}::bigint`.execute(
    world.db,
  )
  if (cost.reverses !== null || (all.rows[0]?.n ?? 0) > 0) return refused('already')
  return noteCost(world, item, { ...cost, label: reason, on: world.today, cents: -cost.cents, reverses: cost.id, file: null })
}

export type PublishingRefusal = 'not-lead' | 'no-version' | 'closed' | 'year-running'
/** Publishes the forecast or the account of a year, as the facts say it now: what is published never changes; the next edition replaces it. */
export const publish = async (
  world: Here,
  agreement: Agreement,
  year: number,
  kind: Statement['kind'],
): Promise<Verdict<PublishingRefusal>> => {
  const version = versionOfYear(agreement.versions, year)
  if (!version) return refused('no-version')
  if (version.terms.lead !== world.body.id) return refused('not-lead')
  if (await isClosed(world, agreement.id, year)) return refused('closed')
  if (kind === 'account' && world.today <= `${year}-12-31`) return refused('year-running')
  const now = await accountNow(world, agreement, year, kind)
  if (!now) return refused('no-version')
  const document = JSON.stringify(now.published)
  await world.db
    .insertInto('shared_equipment.statement')
    .values({
      body_id: world.body.id,
      agreement_id: agreement.id,
      year,
      kind,
      edition: now.published.edition,
      convention_id: now.convention.id,
      published_at: world.now,
      contest_until: addDays(world.today, version.terms.contestDays),
      document,
      digest: createHash('sha256').update(document).digest('hex'),
      published_by: pen(world),
    })
    .execute()
  await record(world, 'sharing.published', {
    subject: `sharedAgreement:${agreement.id}`,
    content: { agreement: agreement.id, year, kind, edition: now.published.edition },
  })
  return allowed
}

/** This commune read the last statement and agrees. */
export const approve = async (
  world: Here,
  agreement: Agreement,
  year: number,
): Promise<Verdict<'not-published' | 'not-member' | 'already' | 'closed'>> => {
  const statement = await lastAccount(world, agreement.id, year)
  if (!statement) return refused('not-published')
  if (await isClosed(world, agreement.id, year)) return refused('closed')
  if (!statement.published.members.some(one => one.id === world.body.slug)) return refused('not-member')
  const made = await world.db
    .insertInto('shared_equipment.approval')
    .values({
      body_id: world.body.id,
      agreement_id: agreement.id,
      statement_id: statement.id,
      approved_by: pen(world),
      approved_at: world.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('statement_id')
    .executeTakeFirst()
  if (!made) return refused('already')
  await record(world, 'sharing.approved', { subject: `sharedAgreement:${agreement.id}`, content: { year, edition: statement.edition } })
  return allowed
}
export const lastAccount = async (world: Here, agreement: number, year: number): Promise<Statement | null> =>
  (await statementsOf(world, agreement, year)).find(one => one.kind === 'account') ?? null

/** What is not settled yet: contests of any edition of the year's account, and of its damages. */
export const openContests = async (world: Here, agreement: number, year: number): Promise<number> => {
  const statements = await statementsOf(world, agreement, year)
  const contests = await contestsOfStatements(
    world,
    statements.map(one => one.id),
  )
  const damages = await damagesOf(world, { agreement, year })
  return contests.filter(one => !one.ruling).length + damages.filter(one => one.contest && !one.contest.ruling).length
}

/** The account of the year is closed: nothing is added to it any more. */
export const close = async (
  world: Here,
  agreement: Agreement,
  year: number,
): Promise<Verdict<ClosingRefusal | 'not-lead' | 'outdated'>> => {
  const statement = await lastAccount(world, agreement.id, year)
  const version = versionOfYear(agreement.versions, year)
  if (version && version.terms.lead !== world.body.id) return refused('not-lead')
  const verdict = canClose({
    today: world.today,
    year,
    isClosed: await isClosed(world, agreement.id, year),
    statement: statement && {
      contestUntil: statement.contestUntil,
      openContests: await openContests(world, agreement.id, year),
      approvedBy: statement.approvals.map(one => one.body),
    },
    members: version?.terms.members.map(one => one.body) ?? [],
  })
  if (!verdict.ok || !statement) return verdict
  // What was approved must be what the facts still say: a cost noted since asks for another edition.
  const now = await accountNow(world, agreement, year, 'account')
  if (!now || !saysTheSame(now.published, statement.published)) return refused('outdated')
  await world.db
    .insertInto('shared_equipment.closing')
    .values({
      body_id: world.body.id,
      agreement_id: agreement.id,
      year,
      statement_id: statement.id,
      closed_by: pen(world),
      closed_at: world.now,
    })
    .execute()
  await record(world, 'sharing.closed', { subject: `sharedAgreement:${agreement.id}`, content: { agreement: agreement.id, year } })
  return allowed
}

const saysTheSame = (one: Published, other: Published) =>
  JSON.stringify(Published.parse({ ...one, edition: 0 })) === JSON.stringify(Published.parse({ ...other, edition: 0 }))

/** What was wrong in a closed year, put right in another that is still open. */
export const correct = async (
  world: Here,
  agreement: Agreement,
  line: {
    readonly about: number
    readonly year: number
    readonly member: number
    readonly owner: number
    readonly cents: number
    readonly reason: string
  },
): Promise<Verdict<'not-lead' | 'not-closed' | 'closed' | 'not-members' | 'same' | 'zero'>> => {
  const version = versionOfYear(agreement.versions, line.year)
  if (version?.terms.lead !== world.body.id) return refused('not-lead')
  if (line.member === line.owner) return refused('same')
  if (line.cents === 0) return refused('zero')
  const members = version.terms.members.map(one => one.body)
  if (!members.includes(line.member) || !members.includes(line.owner)) return refused('not-members')
  if (!(await isClosed(world, agreement.id, line.about))) return refused('not-closed')
  if (line.year <= line.about || (await isClosed(world, agreement.id, line.year))) return refused('closed')
  await world.db
    .insertInto('shared_equipment.correction')
    .values({
      body_id: world.body.id,
      agreement_id: agreement.id,
      about_year: line.about,
      year: line.year,
      member_body: line.member,
      owed_to: line.owner,
      cents: line.cents,
      reason: line.reason,
      noted_by: pen(world),
      noted_at: world.now,
    })
    .execute()
  await record(world, 'sharing.corrected', {
    subject: `sharedAgreement:${agreement.id}`,
    content: { about: line.about, year: line.year, reason: line.reason },
  })
  return allowed
}
