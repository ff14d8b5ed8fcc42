import { expect, test } from 'vitest'
import { labelsOf } from './labelsOf.ts'

const sheet = { width: 720, height: 540 }

test('a name is written to the right, unless a mark or the edge is there', () => {
  const [alone] = labelsOf([{ name: 'Gare', at: [300, 200] }], [], sheet)
  expect(alone).toEqual({ x: 310, y: 206, anchor: 'start' })
  const [beside] = labelsOf([{ name: 'Gare', at: [300, 200] }], [[325, 200]], sheet)
  expect(beside!.anchor).toBe('end')
  const [edge] = labelsOf([{ name: 'Hameau des Vaux', at: [700, 200] }], [], sheet)
  expect(edge!.anchor).toBe('end')
})

test('two places side by side do not write over one another', () => {
  const [one, two] = labelsOf(
    [
      { name: 'Mairie', at: [300, 200] },
      { name: 'Halle', at: [320, 200] },
    ],
    [],
    sheet,
  )
  expect(one).not.toEqual(two)
  expect(Math.abs(one!.y - two!.y) + (one!.anchor === two!.anchor ? 0 : 100)).toBeGreaterThan(15)
})
