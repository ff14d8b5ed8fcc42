import { expect, test } from 'vitest'
import { canRemark } from './rules.ts'

test('one remark a day', () => {
  expect(canRemark({ hasRemarkedToday: false })).toEqual({ ok: true })
  expect(canRemark({ hasRemarkedToday: true })).toEqual({ ok: false, because: 'already-today' })
})
