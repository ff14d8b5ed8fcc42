import { afterAll, beforeAll, expect, test } from 'vitest'
import { attackForms, townHall, readStored } from './hostileForms.ts'
import { startWholeHouse } from './wholeHouse.ts'

let house: Awaited<ReturnType<typeof startWholeHouse>>
beforeAll(async () => void (house = await startWholeHouse()))
afterAll(() => house.app.close())

test(
  'hostile forms sent by the town hall, first half: every field of every form, missing, repeated, huge, foreign',
  { timeout: 900_000 },
  async () => expect(await attackForms(house, townHall, 'first')).toEqual([]),
)

test('what they managed to store is shown as text to everyone', { timeout: 300_000 }, async () =>
  expect(await readStored(house)).toEqual([]),
)
