import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { cast, startApp } from '#kernel/testing'
import { fileResponse, forgetFile, missingFiles, openStorage, storeFile, sweepFiles } from './index.ts'

const purpose = 'measures.attachment'
const csv = { bytes: new TextEncoder().encode('lieu;bancs\npont;3\n'), name: 'bancs.csv', purpose }

const house = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'files-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await openStorage({ folder })
  const app = await startApp({ services: [], now: '2026-11-23T09:00:00Z' })
  const stored = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter(one => one.isFile()).map(one => join(one.parentPath, one.name))
  return { app, stored }
}

test('a file is given back as it was kept, with headers that keep it quiet', { timeout: 60_000 }, async () => {
  const { app, stored } = await house()
  const kept = await app.inWorld(world => storeFile(world, csv))
  if (!kept.ok) throw new Error(kept.because)
  expect(kept.file).toMatchObject({ name: 'bancs.csv', mediaType: 'text/csv', size: csv.bytes.length })
  const [path = ''] = await stored()
  expect(path).not.toContain('bancs')
  expect(await readFile(path, 'utf8')).toBe('lieu;bancs\npont;3\n')

  const answer = await app.inWorld(world => fileResponse(world, kept.file.id, { purpose }))
  expect(await answer?.text()).toBe('lieu;bancs\npont;3\n')
  expect(answer?.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer?.headers.get('content-disposition')).toContain('attachment')
  const known = answer?.headers.get('etag') ?? undefined
  expect((await app.inWorld(world => fileResponse(world, kept.file.id, { purpose, known })))?.status).toBe(304)
})

test('a file is not given for another purpose, nor to another commune', { timeout: 60_000 }, async () => {
  const { app } = await house()
  const kept = await app.inWorld(world => storeFile(world, csv))
  if (!kept.ok) throw new Error(kept.because)
  expect(await app.inWorld(world => fileResponse(world, kept.file.id, { purpose: 'cases.document' }))).toBeNull()
  const elsewhere = await app.house.application.transact<never, Response | null>({ body: 2, person: cast.yann.id }, db =>
    app.inWorld(world => fileResponse({ ...world, db, body: { ...world.body, id: 2 } }, kept.file.id, { purpose })),
  )
  expect(elsewhere).toBeNull()
})

test('what is refused leaves nothing behind', { timeout: 60_000 }, async () => {
  const { app, stored } = await house()
  expect(await app.inWorld(world => storeFile(world, { bytes: new Uint8Array([1, 2, 3]), name: 'x.exe', purpose }))).toEqual({
    ok: false,
    because: 'type-not-allowed',
  })
  expect(await stored()).toEqual([])
})

test('bytes without a row are swept after a day; a row without bytes is reported', { timeout: 60_000 }, async () => {
  const { app, stored } = await house()
  app.clock = new Date()
  const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  const first = await app.inWorld(world => storeFile(world, { bytes: image, name: 'lavoir.png', purpose }))
  const second = await app.inWorld(world => storeFile(world, csv))
  if (!first.ok || !second.ok) throw new Error('refused')
  await app.inWorld(world => forgetFile(world, second.file.id))
  expect(await app.inWorld(world => sweepFiles(world as never))).toBe(0)
  const before = await stored()
  const old = new Date(app.clock.getTime() - 2 * 86_400_000)
  for (const path of before) await utimes(path, old, old)
  expect(await app.inWorld(world => sweepFiles(world as never))).toBe(1)
  expect(await stored()).toHaveLength(1)
  expect(await app.inWorld(world => missingFiles(world as never))).toEqual([])
  for (const path of await stored()) await rm(path)
  expect(await app.inWorld(world => missingFiles(world as never))).toEqual(['lavoir.png'])
})
