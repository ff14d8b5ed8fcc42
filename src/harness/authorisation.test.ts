import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CastName } from '#kernel/demonstration'
import { everyRoute, realPath, startWholeHouse } from './wholeHouse.ts'

/** Who tries each door. The last three belong elsewhere; the community of the last shares an agreement with the commune. */
const people: readonly (readonly [CastName | null, string])[] = [
  [null, 'visitor'],
  ['nour', 'resident'],
  ['amina', 'verified'],
  ['mathilde', 'member'],
  ['helene', 'helper'],
  ['claire', 'agent'],
  ['paul', 'elected'],
  ['denise', 'officer'],
  ['ines', 'administrator'],
  ['yann', 'elsewhere resident'],
  ['odile', 'elsewhere agent'],
  ['bruno', 'agreement agent'],
]

let house: Awaited<ReturnType<typeof startWholeHouse>>
beforeAll(async () => void (house = await startWholeHouse({ rehearsal: true })))
afterAll(() => house.app.close())

test('every route × every role answers as its power declares', { timeout: 300_000 }, async () => {
  const cells = new Map<string, string[]>()
  const wrong: string[] = []
  for (const [name, column] of people) {
    await house.app.signIn(name)
    for (const route of everyRoute) {
      const path = realPath(route, house.samples)
      const response = route.method === 'GET' ? await house.app.get(path) : await house.app.post(path)
      const actor = await house.app.actorOf(name)
      const outcome = outcomeOf(response)
      const line = `${route.method} ${route.path}`
      if (response.status >= 500) wrong.push(`${line} as ${column}: ${response.status}`)
      if (route.power.allows(actor) ? outcome === 'sign-in' : outcome !== (name ? 'no' : 'sign-in')) {
        wrong.push(`${line} as ${column}: ${outcome} (${response.status}), while its power is ${route.power.id}`)
      }
      const declared = route.power.allows(actor)
      cells.set(line, [
        ...(cells.get(line) ?? [route.power.id]),
        outcome === 'no' ? (declared ? 'object' : '—') : outcome === 'sign-in' ? '—' : response.status === 404 ? 'absent' : 'yes',
      ])
    }
  }
  expect(wrong).toEqual([])
  await expect(matrix(cells)).toMatchFileSnapshot('../../golden/routes-roles.txt')
})

/**
 * `object`: the role may, but this very object refuses (not its author, not in its group). `absent`: the role may, but the
 * sample is not there for them (somebody's own letter, an argument of another debate).
 */
const matrix = (cells: ReadonlyMap<string, readonly string[]>) => {
  const width = Math.max(...[...cells.keys()].map(line => line.length))
  const powers = Math.max(...[...cells.values()].map(row => row[0]!.length), 5)
  const columns = people.map(([, column]) => column)
  const head = `${'route'.padEnd(width)}  ${'power'.padEnd(powers)}  ${columns.join('  ')}`
  const rows = [...cells].map(
    ([line, [power, ...row]]) =>
      `${line.padEnd(width)}  ${power!.padEnd(powers)}  ${row
        .map((cell, n) => cell.padEnd(columns[n]!.length))
        .join('  ')
        .trimEnd()}`,
  )
  return `${[head, ...rows].join('\n')}\n`
}

const outcomeOf = (response: Response): 'yes' | 'no' | 'sign-in' => {
  if (response.status === 401) return 'sign-in'
  if (response.status === 303 && response.headers.get('location')?.startsWith('/connexion?retour=')) return 'sign-in'
  return response.status === 403 ? 'no' : 'yes'
}
