import { expect, test } from 'vitest'
import { cast, startApp } from '#kernel/testing'
import { keepSending } from './keepSending.ts'
import { queueMail } from './queueMail.ts'

test('a letter leaves within a moment, and a fault does not stop the others', { timeout: 60_000 }, async () => {
  const app = await startApp({ services: [] })
  const sent: string[] = []
  const faults: unknown[] = []
  let looks = 0
  const post = {
    address: 'a@b.fr',
    close: () => sent.push('closed'),
    send: async (one: { subject: string }) => (sent.push(one.subject), { sent: true } as const),
  }
  const system = {
    forEachBody: async (work: (world: never) => Promise<void>) => {
      looks += 1
      if (looks === 1) throw new Error('the database is away')
      await app.inWorld(world => work(world as never))
    },
  }
  await app.inWorld(world => queueMail(world, { to: cast.amina.email, subject: 'Votre lien', text: 'x', locale: 'fr' }))
  const sending = keepSending(system as never, post, { pause: 5, failed: error => faults.push(error) })
  await expect.poll(() => sent, { timeout: 5000 }).toEqual(['Votre lien'])
  await sending.stop()
  expect(faults).toHaveLength(1)
  expect(sent).toEqual(['Votre lien', 'closed'])
})
