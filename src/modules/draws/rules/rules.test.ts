import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quotaTable } from './quotaTable.ts'
import { seated } from './replacement.ts'

const quotas = [
  { category: 'âge', feature: 'jeune', min: 1, max: 2 },
  { category: 'âge', feature: 'âgé', min: 1, max: 2 },
]
const candidates = Array.from({ length: 8 }, (_, at) => ({
  number: at + 1,
  address: at === 5 ? 'rue A' : at === 0 ? 'rue A' : '',
  features: { âge: at % 2 === 0 ? 'jeune' : 'âgé' },
}))
const asked = { drawn: [1, 2, 3], candidates, quotas, onePerAddress: true, seed: '4 8 15' }

test('whoever declines is replaced by somebody with whom quotas hold, the same for whoever draws again', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }), fc.string({ minLength: 1 }), (refusals, text) => {
      fc.pre(text.trim() !== '')
      const { members, replaced } = seated({ ...asked, refusals, seed: text })
      expect(members.filter(number => refusals.includes(number))).toEqual([])
      expect(new Set(members).size).toBe(members.length)
      if (replaced.some(({ by }) => by === null)) return
      expect(members).toHaveLength(3)
      const young = members.filter(number => number % 2 === 1).length
      expect(young >= 1 && young <= 2).toBe(true)
      expect(members.includes(1) && members.includes(6)).toBe(false)
    }),
  )
  expect(new Set(Array.from({ length: 30 }, (_, n) => seated({ ...asked, refusals: [2], seed: `${n + 1}` }).members.join())).size).toBe(2)
})

test('nobody left to keep the quotas: the seat stays empty, and it is said', () => {
  const few = candidates.slice(0, 3)
  expect(seated({ ...asked, candidates: few, refusals: [2] })).toEqual({ members: [1, 3], replaced: [{ number: 2, by: null }] })
})

test('before and after, quota by quota', () => {
  const [young] = quotaTable([{ ...quotas[0]!, position: 0, first: null }], candidates, [1, 2, 3], { 1: 0.5, 3: 0.3, 5: 0.2, 7: 0 })
  expect(young).toMatchObject({ volunteers: 4, seats: 2, chance: 0.25 })
})
