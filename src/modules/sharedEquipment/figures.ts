import { instantInParis } from '#kernel/rules'
import { parameterOn } from './parameters.ts'
import type { Figures } from './pages/CataloguePage.tsx'
import { agreementsOf, bodyNames } from './queries/conventions.ts'
import type { Item } from './queries/items.ts'
import { itemsOfAgreement } from './queries/items.ts'
import { loansIn, usesIn } from './queries/loans.ts'
import type { Here } from './schema.ts'

/** What this year's loans come to: how often things are out, how far they went, for whom. */
export const figuresOf = async (world: Here, items: readonly Item[]): Promise<Figures | null> => {
  if (items.length === 0) return null
  const year = Number(world.today.slice(0, 4))
  const uses = (
    await Promise.all(
      (await agreementsOf(world)).map(async ({ id }) => {
        const units = new Map((await itemsOfAgreement(world, id)).map(one => [one.id, one.unit]))
        return usesIn(world, id, year, units)
      }),
    )
  ).flat()
  const kilometres = (resource: string) => uses.filter(one => one.resource === resource).reduce((sum, one) => sum + one.units, 0)
  const driven = items.filter(one => one.unit === 'km')
  const energies = driven.flatMap(one => (one.energy === '' ? [] : [one.energy]))
  const start = instantInParis(`${year}-01-01`, '00:00')
  const passed = Date.parse(world.now) - Date.parse(start)
  const loans = await loansIn(world, { startsAt: start, endsAt: world.now }, ['confirmed', 'present'])
  const out = loans.reduce(
    (sum, one) => sum + Math.min(Date.parse(one.endsAt), Date.parse(world.now)) - Math.max(Date.parse(one.startsAt), Date.parse(start)),
    0,
  )
  const names = await bodyNames(world)
  const members = [...new Set(uses.map(one => one.member))].toSorted((a, b) => a - b)
  return {
    loans: uses.length,
    rate: passed <= 0 ? 0 : Math.min(1, Math.max(0, out) / (passed * items.length)),
    kilometres: driven.reduce((sum, one) => sum + kilometres(one.id), 0),
    carbonGrams: Math.round(
      driven.reduce(
        (sum, one) =>
          one.energy === '' || one.consumption === null
            ? sum
            : sum + (kilometres(one.id) * one.consumption * Number(parameterOn(one.energy, world.today).value)) / 1000,
        0,
      ),
    ),
    shares: members.map(one => ({ name: names.get(one) ?? String(one), loans: uses.filter(use => use.member === one).length })),
    factors: [...new Set(energies)].map(energy => {
      const { label, text, from, value } = parameterOn(energy, world.today)
      return { label: `${label[world.locale]} : ${String(value)}`, source: text, since: from }
    }),
  }
}
