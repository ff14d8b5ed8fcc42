import { describe, expect, test } from 'vitest'
import { colours, readablePairs, type Scheme, visiblePairs } from './colours.ts'
import { contrast } from './contrast.ts'

const schemes: readonly Scheme[] = ['light', 'dark']

describe.each(schemes)('%s', scheme => {
  test.each(readablePairs)('%s is read on %s', (text, ground) => {
    expect(contrast(colours[scheme][text], colours[scheme][ground])).toBeGreaterThanOrEqual(4.5)
  })
  test.each(visiblePairs)('%s is seen on %s', (edge, ground) => {
    expect(contrast(colours[scheme][edge], colours[scheme][ground])).toBeGreaterThanOrEqual(3)
  })
})

test('contrast follows the formula of WCAG 2.2', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#336699', '#336699')).toBe(1)
})
