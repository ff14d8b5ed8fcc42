import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { decide, moderation, registerContent } from '#engines/moderation'
import { paper } from '#engines/paper'
import { cast, startApp } from '#kernel/testing'
import { moderation as rules } from '#modules/moderation'
import { measures } from './index.ts'

test('what happened to measures: the latest first, each leading to its page, without what moderation set apart', async () => {
  const engines = [paper, moderation, debate, following, answers, meetings]
  const app = await startApp({ engines, services: [measures, rules], demo: true, now: '2026-11-23T10:00:00Z' })
  const read = (limit: number) => app.inWorld(world => measures.changes(world, limit))
  const all = await read(1000)
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(all.map(({ id }) => id)).not.toContainEqual(expect.stringMatching(/^version:\d+\.1$/))
  for (const kind of ['stage:', 'version:', 'amendment:']) {
    const change = all.find(({ id }) => id.startsWith(kind))!
    expect((await app.get(change.url)).status).toBe(200)
  }
  expect(await read(3)).toEqual(all.slice(0, 3))

  const { id, title, text } = all.find(one => one.id.startsWith('amendment:'))!
  expect(title).toMatch(/Amendement \d+ · (Accepté|Fusionné|Refusé)/)
  const hidden = await app.inWorld(async world => {
    await registerContent(world, { subject: id, authorId: cast.amina.id, text: text ?? '', url: '/' })
    const claire = await app.actorOf('claire')
    return decide({ ...world, actor: claire }, id, { act: 'hidden', ruleNumber: 1, reason: 'Nom d’une personne.' })
  })
  expect(hidden).toEqual({ ok: true })
  expect((await read(1000)).map(one => one.id)).toEqual(all.map(one => one.id).filter(one => one !== id))
})
