import { expect, test } from 'vitest'
import { frameOfMap } from './frameOfMap.ts'

const sheet = { width: 720, height: 540, margin: 40 }

test('every point is on the sheet, north is up and east is right', () => {
  const points = [
    { latitude: 48.69, longitude: 2.17 },
    { latitude: 48.71, longitude: 2.2 },
  ]
  const [southWest, northEast] = points.map(frameOfMap(points, sheet))
  expect(southWest![0]).toBeLessThan(northEast![0])
  expect(southWest![1]).toBeGreaterThan(northEast![1])
  for (const [x, y] of [southWest!, northEast!]) {
    expect(x).toBeGreaterThanOrEqual(40)
    expect(x).toBeLessThanOrEqual(680)
    expect(y).toBeGreaterThanOrEqual(40)
    expect(y).toBeLessThanOrEqual(500)
  }
})

test('one point alone, or none, is no division by nothing', () => {
  const one = { latitude: 48.69, longitude: 2.17 }
  expect(frameOfMap([one], sheet)(one)).toEqual([360, 270])
  expect(frameOfMap([], sheet)({ latitude: 0, longitude: 0 })).toEqual([360, 270])
})
