import { resourceById } from '#engines/booking'
import { sql } from '#kernel/db'
import { dayInParis } from '#kernel/rules'
import { accountOf } from '../rules/accountOf.ts'
import type { Unit } from '../rules/inspection.ts'
import { Facts, Published } from '../rules/published.ts'
import { keyOf, type Member, versionOfYear } from '../rules/terms.ts'
import type { Here } from '../schema.ts'
import type { Agreement, Convention } from './conventions.ts'
import { bodiesHere } from './conventions.ts'
import { damagesOf, owedFor } from './damages.ts'
import { itemsOfAgreement } from './items.ts'
import { usesIn } from './loans.ts'

export interface Cost {
  readonly id: string
  readonly body: number
  readonly resource: string
  readonly year: number
  readonly kind: 'forecast' | 'actual'
  readonly category: Facts['items'][number]['costs'][number]['category']
  readonly label: string
  readonly on: string
  readonly cents: number
  readonly reverses: string | null
  readonly file: string | null
}
interface CostsAsked {
  readonly agreement?: number
  readonly year?: number
  readonly resource?: string
  readonly id?: string
}
export const costsOf = async ({ db }: Pick<Here, 'db'>, asked: CostsAsked): Promise<readonly Cost[]> => {
  const { rows } = await sql<Cost>`
    select id::text as id, body_id as body, resource_id::text as resource, year, kind, category, label, spent_on as "on", cents,
      reverses::text as reverses, file_id::text as file from shared_equipment.cost
    where (${asked.agreement ?? null}::integer is null or agreement_id = ${asked.agreement ?? null}::integer)
      and (${asked.year ?? null}::integer is null or year = ${asked.year ?? null}::integer)
      and (${asked.resource ?? null}::bigint is null or resource_id = ${asked.resource ?? null}::bigint)
      and (${asked.id ?? null}::bigint is null or id = ${asked.id ?? null}::bigint)
    order by spent_on, id limit 5000`.execute(db)
  return rows
}

export interface Statement {
  readonly id: string
  readonly body: number
  readonly agreement: number
  readonly year: number
  readonly kind: 'forecast' | 'account'
  readonly edition: number
  readonly publishedAt: string
  readonly contestUntil: string
  readonly digest: string
  /** As it was published, to the byte. */
  readonly document: string
  readonly published: Published
  readonly approvals: readonly { readonly body: number; readonly at: string }[]
}
/** What was published of an agreement, or of one of its years; the latest edition first. */
export const statementsOf = async (
  { db }: Pick<Here, 'db'>,
  agreement: number,
  year: number | null = null,
): Promise<readonly Statement[]> => {
  const { rows } = await sql<Omit<Statement, 'published'> & { document: string }>`
    select s.id::text as id, s.body_id as body, s.agreement_id as agreement, s.year, s.kind, s.edition, s.published_at as "publishedAt",
      s.contest_until as "contestUntil", s.digest, s.document,
      coalesce((select jsonb_agg(jsonb_build_object('body', a.body_id, 'at', a.approved_at) order by a.approved_at, a.body_id)
        from shared_equipment.approval a where a.statement_id = s.id), '[]') as approvals
    from shared_equipment.statement s where s.agreement_id = ${agreement} and (${year}::integer is null or s.year = ${year}::integer)
    order by s.year desc, s.kind, s.edition desc limit 200`.execute(db)
  return rows.map(row => ({ ...row, published: Published.parse(JSON.parse(row.document)) }))
}
export interface Closing {
  readonly year: number
  readonly statement: string
  readonly at: string
}
export const closingsOf = async ({ db }: Pick<Here, 'db'>, agreement: number): Promise<readonly Closing[]> => {
  const { rows } = await sql<Closing>`select year, statement_id::text as statement, closed_at as at from shared_equipment.closing
    where agreement_id = ${agreement} order by year desc`.execute(db)
  return rows
}
export interface Correction {
  readonly id: string
  readonly about: number
  readonly year: number
  readonly member: number
  readonly owner: number
  readonly cents: number
  readonly reason: string
}
export const correctionsOf = async ({ db }: Pick<Here, 'db'>, agreement: number): Promise<readonly Correction[]> => {
  const { rows } =
    await sql<Correction>`select id::text as id, about_year as about, year, member_body as member, owed_to as owner, cents, reason
    from shared_equipment.correction where agreement_id = ${agreement} order by id limit 500`.execute(db)
  return rows
}

/** The years of which there is something to tell, the latest first. */
export const yearsOf = async ({ db, today }: Pick<Here, 'db' | 'today'>, agreement: Agreement): Promise<readonly number[]> => {
  const first = agreement.versions.map(one => Number(one.startsOn.slice(0, 4))).toSorted((a, b) => a - b)[0]!
  const now = Number(today.slice(0, 4))
  const { rows } = await sql<{ year: number }>`select distinct year from shared_equipment.cost where agreement_id = ${agreement.id}
    union select distinct year from shared_equipment.statement where agreement_id = ${agreement.id}`.execute(db)
  const known = [...rows.map(row => row.year), ...Array.from({ length: Math.max(0, now - first + 1) }, (_, at) => first + at)]
  return [...new Set(known)].toSorted((a, b) => b - a)
}

/** The account of a year as the facts say it now: what the next statement would publish. Null when no signed version covers that year. */
export const accountNow = async (
  world: Here,
  agreement: Agreement,
  year: number,
  kind: Facts['kind'],
): Promise<{ readonly published: Published; readonly convention: Convention } | null> => {
  const convention = versionOfYear(agreement.versions, year)
  if (!convention) return null
  const statements = await statementsOf(world, agreement.id)
  const slugs = new Map((await bodiesHere(world)).map(one => [one.id, one.slug]))
  const slug = (body: number) => slugs.get(body) ?? String(body)
  const items = await itemsOfAgreement(world, agreement.id)
  const costs = (await costsOf(world, { agreement: agreement.id, year })).filter(
    one => one.kind === (kind === 'forecast' ? 'forecast' : 'actual'),
  )
  const uses = await usesFor(world, agreement, year, kind, new Map(items.map(one => [one.id, one.unit])))
  const isForecast = kind === 'forecast'
  const damages = isForecast ? [] : await damagesOf(world, { agreement: agreement.id, year })
  const corrections = isForecast ? [] : (await correctionsOf(world, agreement.id)).filter(one => one.year === year)
  const called = isForecast ? undefined : statements.find(one => one.kind === 'forecast' && one.year === year)
  const members = new Set(convention.terms.members.map(one => one.body))
  const areMembers = (one: { readonly member: number; readonly body?: number; readonly owner?: number }) =>
    members.has(one.member) && members.has(one.body ?? one.owner ?? 0)
  const told: Facts['items'] = []
  for (const item of items.filter(one => members.has(one.body))) {
    const own = {
      costs: costs.filter(one => one.resource === item.id),
      uses: uses.filter(one => one.resource === item.id && members.has(one.member)),
    }
    if (own.costs.length + own.uses.length === 0) continue
    told.push({
      id: item.id,
      name: (await resourceById(world, item.id))?.name ?? item.id,
      owner: slug(item.body),
      unit: item.unit,
      key: keyOf(convention.terms, item.id),
      costs: own.costs.map(({ id, category, label, on, cents }) => ({ id, category, label, on, cents })),
      uses: own.uses.map(one => ({
        loan: one.booking,
        member: slug(one.member),
        units: one.units,
        from: dayInParis(one.from),
        to: dayInParis(one.to),
      })),
    })
  }
  const published = accountOf({
    format: 'yvette-shared-account/1',
    kind,
    year,
    edition: (statements.find(one => one.kind === kind && one.year === year)?.edition ?? 0) + 1,
    agreement: { id: agreement.id, title: convention.title, version: convention.number },
    members: convention.terms.members.map(({ slug: id, name, population, populationOn, populationSource }: Member) => ({
      id,
      name,
      population,
      populationOn,
      populationSource,
    })),
    items: told,
    damages: damages
      .filter(areMembers)
      .map(one => ({
        id: one.id,
        item: one.resource,
        owner: slug(one.body),
        member: slug(one.member),
        cents: owedFor(one),
        reason: one.reason,
      }))
      .filter(one => one.cents > 0),
    corrections: corrections
      .filter(areMembers)
      .map(({ id, about, owner, member, cents, reason }) => ({ id, about, owner: slug(owner), member: slug(member), cents, reason })),
    called: [...(called?.published.results.transfers ?? [])],
    instalments: convention.terms.instalments,
  })
  return { published, convention }
}

/** Foreseen uses are those found last year; the account's are those found this year. */
const usesFor = (world: Here, agreement: Agreement, year: number, kind: Facts['kind'], units: ReadonlyMap<string, Unit>) =>
  usesIn(world, agreement.id, kind === 'forecast' ? year - 1 : year, units)
