import { type Allocation, allocationById, applicantsOf } from '#engines/booking'
import { type RoundStage, stageOf } from '../rules/rounds.ts'
import type { HolderKind } from '../rules/terms.ts'
import type { Here } from '../schema.ts'

type Where = Pick<Here, 'db' | 'body' | 'today'>
export interface Round {
  readonly id: string
  readonly title: string
  readonly opensOn: string
  readonly closesOn: string
  readonly drawOn: string
  readonly seasonFrom: string
  readonly seasonTo: string
  readonly seedSource: string
  readonly allocation: Allocation | null
  readonly stage: RoundStage
}
export interface Application {
  readonly id: string
  readonly round: string
  readonly number: number
  readonly person: string | null
  readonly holder: HolderKind
  readonly holderName: string
  readonly withoutLand: boolean
  readonly lowIncome: boolean
  readonly needsRaised: boolean
  readonly livesHere: boolean
  readonly waitedYears: number
  readonly wishes: readonly string[]
  readonly takesAny: boolean
  readonly project: string
  readonly tier: number | null
  readonly askedAt: string
  readonly keyedBy: string | null
  readonly withdrawnAt: string | null
}

const rounds = ({ db, body }: Where) =>
  db
    .selectFrom('plots.round')
    .select([
      'id',
      'title',
      'opens_on as opensOn',
      'closes_on as closesOn',
      'draw_on as drawOn',
      'season_from as seasonFrom',
      'season_to as seasonTo',
      'seed_source as seedSource',
      'allocation_id as allocation',
    ])
    .where('body_id', '=', body.id)
const read = async (world: Where, row: Awaited<ReturnType<ReturnType<typeof rounds>['execute']>>[number]): Promise<Round> => {
  const allocation = row.allocation === null ? null : ((await allocationById(world, row.allocation)) ?? null)
  const isDrawn = allocation !== null && allocation.seed !== null
  return { ...row, allocation, stage: stageOf({ ...row, isPublished: allocation !== null, isDrawn }, world.today) }
}

/** Every round, the latest season first; at most 30. */
export const roundsOf = async (world: Where): Promise<readonly Round[]> => {
  const found: Round[] = []
  for (const row of await rounds(world).orderBy('season_from', 'desc').orderBy('id').limit(30).execute()) found.push(await read(world, row))
  return found
}
export const roundById = async (world: Where, id: string): Promise<Round | undefined> => {
  const row = await rounds(world).where('id', '=', id).executeTakeFirst()
  return row && read(world, row)
}

const applications = ({ db, body }: Where) =>
  db
    .selectFrom('plots.application')
    .select([
      'id',
      'round_id as round',
      'number',
      'person_id as person',
      'holder',
      'holder_name as holderName',
      'without_land as withoutLand',
      'low_income as lowIncome',
      'needs_raised as needsRaised',
      'lives_here as livesHere',
      'waited_years as waitedYears',
      'wishes',
      'takes_any as takesAny',
      'project',
      'tier',
      'asked_at as askedAt',
      'keyed_by as keyedBy',
      'withdrawn_at as withdrawnAt',
    ])
    .where('body_id', '=', body.id)

/** The applications of a round that stand, in the order of asking; at most 2000. */
export const applicationsOf = (world: Where, round: string): Promise<readonly Application[]> =>
  applications(world).where('round_id', '=', round).where('withdrawn_at', 'is', null).orderBy('number').limit(2000).execute()
export const applicationById = (world: Where, id: string): Promise<Application | undefined> =>
  applications(world).where('id', '=', id).executeTakeFirst()
/** What a person asked, round after round, the latest first. */
export const applicationsBy = (world: Where, person: string): Promise<readonly Application[]> =>
  applications(world).where('person_id', '=', person).orderBy('round_id', 'desc').orderBy('id', 'desc').limit(100).execute()

/** Where an application stands in the public list once it is published: its pseudonym, its rank once drawn. */
export interface Standing {
  readonly pseudonym: string
  readonly rank: number | null
  /** The plot drawn, or null. */
  readonly offer: string | null
  /** Its number among those who received nothing, or null. */
  readonly waiting: number | null
}
/** Standing of each person of a published round. */
export const standingsOf = async (world: Where, allocation: Allocation): Promise<ReadonlyMap<string, Standing>> => {
  const result = allocation.result ?? []
  const waiting = result.filter(one => one.offer === null)
  const found = new Map<string, Standing>()
  for (const [pseudonym, person] of await applicantsOf(world, allocation.id)) {
    if (person === null) continue
    const drawn = result.find(one => one.pseudonym === pseudonym)
    const place = waiting.findIndex(one => one.pseudonym === pseudonym)
    found.set(person, {
      pseudonym,
      rank: drawn?.rank ?? null,
      offer: drawn?.offer ?? null,
      waiting: place === -1 ? null : place + 1,
    })
  }
  return found
}
