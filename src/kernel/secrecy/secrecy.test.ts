import { expect, test } from 'vitest'
import { startApp } from '#kernel/testing'
import { hideText, readConfidential, showText } from './index.ts'

const world = (slug: string, key = 3) => ({ body: { slug } as never, signingKey: Buffer.alloc(32, key) })

test('a confidential text opens for its body and its place, and nowhere else', () => {
  const kept = hideText(world('val'), 'mandate:3', 'Aide à domicile, 12 h')
  expect(kept.includes(Buffer.from('domicile'))).toBe(false)
  expect(showText(world('val'), 'mandate:3', kept)).toBe('Aide à domicile, 12 h')
  expect(hideText(world('val'), 'mandate:3', 'Aide à domicile, 12 h').equals(kept)).toBe(false)
  expect(() => showText(world('orsigny'), 'mandate:3', kept)).toThrow()
  expect(() => showText(world('val'), 'mandate:4', kept)).toThrow()
  expect(() => showText(world('val', 4), 'mandate:3', kept)).toThrow()
  kept[kept.length - 1]! ^= 1
  expect(() => showText(world('val'), 'mandate:3', kept)).toThrow()
})

test('reading a confidential text leaves a line in the journal', async () => {
  const app = await startApp({ services: [] })
  const text = await app.inWorld(async full =>
    readConfidential(full, 'mandate:3', hideText(full, 'mandate:3', 'secret'), 'préparer la visite'),
  )
  expect(text).toBe('secret')
  const { rows } = await app.owner.pool.query(
    `select event, subject, data from journal.entry e join journal.content c on c.entry_id = e.id where event = 'confidential.read'`,
  )
  expect(rows).toEqual([{ event: 'confidential.read', subject: 'mandate:3', data: { reason: 'préparer la visite' } }])
})
