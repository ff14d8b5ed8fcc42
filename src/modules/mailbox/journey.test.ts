import { expect, test } from 'vitest'
import { cast } from '#kernel/demonstration'
import { queueMail } from '#kernel/mail'
import { startApp } from '#kernel/testing'
import { mailbox } from './index.ts'

const letter = {
  to: cast.amina.email,
  personId: cast.amina.id,
  locale: 'fr',
  subject: 'Votre lien <de connexion>',
  text: 'Ouvrez http://localhost/connexion/x\n\nou http://mal.example/y',
} as const

test('a visitor of the demonstration reads the letters that would have left, and follows their links', { timeout: 60_000 }, async () => {
  const app = await startApp({ services: [mailbox] })
  await app.owner.pool.query("insert into kernel.instance (kind) values ('demonstration') on conflict do nothing")
  expect(await app.text('/courrier')).toContain('Aucun courrier pour le moment')
  const id = await app.inWorld(world => queueMail(world, letter))
  expect(await app.text('/courrier')).toContain('Votre lien &lt;de connexion>')
  const shown = await app.text(`/courrier/${id}`)
  expect(shown).toContain('<a href="http://localhost/connexion/x">')
  expect(shown).not.toContain('<a href="http://mal.example')
})

test('in production the page does not exist, and the application cannot read a letter at all', { timeout: 60_000 }, async () => {
  const app = await startApp({ services: [mailbox], mode: 'production' })
  await app.owner.pool.query("insert into kernel.instance (kind) values ('production') on conflict do nothing")
  const id = await app.inWorld(world => queueMail(world, letter))
  expect((await app.get('/courrier')).status).toBe(404)
  expect((await app.get(`/courrier/${id}`)).status).toBe(404)
  const asked = (statement: string) => app.house.application.pool.query(`begin; set local yvette.body = '1'; ${statement}; commit`)
  await expect(asked('select * from mail.message')).rejects.toThrow(/permission denied/)
  const [, , found] = (await asked('select * from mail.mailbox()')) as unknown as { rowCount: number }[]
  expect(found?.rowCount).toBe(0)
})
