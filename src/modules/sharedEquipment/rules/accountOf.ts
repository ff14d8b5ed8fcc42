import type { Facts, Published, Results } from './published.ts'
import { shareCents } from './shareCents.ts'
import type { Key } from './terms.ts'

type Item = Facts['items'][number]
type Member = Facts['members'][number]
type Transfer = Results['transfers'][number]

/**
 * The account of a year (CGCT D5211-16, by analogy: unit cost of operation × units of operation). Each item's cost is cut by its key in three
 * parts, each part shared among the members; every division is by largest remainders, ties in the order of short names.
 */
export const accountOf = (given: Facts): Published => {
  const facts = { ...given, members: given.members.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
  const items = facts.items.map(item => sharesOf(item, facts.members))
  const owed = new Map<string, number>()
  /** `from` owes `to`: written on the pair, the first of the two names to the second. */
  const owes = (from: string, to: string, cents: number) => {
    if (from === to) return
    const [key, sign] = from < to ? [`${from}>${to}`, 1] : [`${to}>${from}`, -1]
    owed.set(key, (owed.get(key) ?? 0) + sign * cents)
  }
  for (const [at, item] of facts.items.entries()) for (const { member, cents } of items[at]!.shares) owes(member, item.owner, cents)
  for (const { member, owner, cents } of [...facts.damages, ...facts.corrections]) owes(member, owner, cents)
  const transfers = said(owed)
  for (const { from, to, cents } of facts.called) owes(from, to, -cents)
  return {
    ...facts,
    results: { items, members: facts.members.map(({ id }) => balanceOf(id, facts, items)), transfers, left: said(owed) },
  }
}

/** By use without any use, the part goes by population; without any population, in equal parts. */
const sharesOf = (item: Item, members: readonly Member[]): Results['items'][number] => {
  const cents = item.costs.reduce((sum, one) => sum + one.cents, 0)
  const used = members.map(({ id }) => item.uses.filter(one => one.member === id).reduce((sum, one) => sum + one.units, 0))
  const units = used.reduce((sum, one) => sum + one, 0)
  const parts = partsOf(cents, item.key)
  const peopled = members.map(one => one.population)
  const alike = members.map(() => 1)
  const equal = shareCents(parts.equal, alike)!
  const population = shareCents(parts.population, peopled) ?? shareCents(parts.population, alike)!
  const use = shareCents(parts.use, used) ?? shareCents(parts.use, peopled) ?? shareCents(parts.use, alike)!
  return {
    id: item.id,
    cents,
    units,
    parts,
    shares: members.map(({ id }, at) => ({
      member: id,
      units: used[at]!,
      use: use[at]!,
      population: population[at]!,
      equal: equal[at]!,
      cents: use[at]! + population[at]! + equal[at]!,
    })),
  }
}

const partsOf = (cents: number, { use, population, equal }: Key) => {
  const [byUse = 0, byPopulation = 0, byEqual = 0] = shareCents(cents, [use, population, equal])! // a key adds up to 1000
  return { use: byUse, population: byPopulation, equal: byEqual }
}

const balanceOf = (id: string, facts: Facts, items: Results['items']): Results['members'][number] => {
  const sum = (lines: readonly number[]) => lines.reduce((all, one) => all + one, 0)
  const share = sum(items.map(item => item.shares.find(one => one.member === id)!.cents))
  const spent = sum(items.filter((_, at) => facts.items[at]!.owner === id).map(item => item.cents))
  const between = (lines: readonly { readonly owner: string; readonly member: string; readonly cents: number }[]) =>
    sum(lines.map(one => (one.member === id ? one.cents : 0) - (one.owner === id ? one.cents : 0)))
  const [damages, corrections] = [between(facts.damages), between(facts.corrections)]
  return { member: id, share, spent, damages, corrections, balance: share - spent + damages + corrections }
}

const said = (owed: ReadonlyMap<string, number>): Transfer[] =>
  [...owed]
    .filter(([, cents]) => cents !== 0)
    .map(([pair, cents]) => {
      const [first = '', second = ''] = pair.split('>')
      return cents > 0 ? { from: first, to: second, cents } : { from: second, to: first, cents: -cents }
    })
    .toSorted((a, b) => (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1))

/** What each pays in each instalment: equal parts, the first ones a cent more when they do not divide. */
export const instalmentsOf = (cents: number, count: number): readonly number[] =>
  shareCents(
    cents,
    Array.from({ length: count }, () => 1),
  ) ?? []

/** Cents for one unit, with four decimals at most; null when nothing was used. */
export const unitCost = (cents: number, units: number): number | null =>
  units === 0 ? null : Math.round((cents / units) * 10_000) / 10_000

const depends: readonly string[] = ['fuel', 'supplies']
/**
 * For information: what each member would have paid to have alone what it used: all the fixed costs, and its part of those that depend on use.
 * Every commune would then need its own thing; nothing says that it could buy one at that price.
 */
export const aloneOf = ({ items }: Pick<Facts, 'items'>, member: string): number =>
  items.reduce((sum, { costs, uses }) => {
    const all = uses.reduce((total, one) => total + one.units, 0)
    const own = uses.filter(one => one.member === member).reduce((total, one) => total + one.units, 0)
    if (own === 0) return sum
    const fixed = costs.filter(one => !depends.includes(one.category)).reduce((total, one) => total + one.cents, 0)
    const variable = costs.filter(one => depends.includes(one.category)).reduce((total, one) => total + one.cents, 0)
    return sum + fixed + Math.round((variable * own) / all)
  }, 0)
