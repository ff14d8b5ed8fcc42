import { expect, test } from 'vitest'
import { identity } from '#kernel/auth'
import { connect } from '#kernel/db'
import { queueMail } from '#kernel/mail'
import { cast, freshDatabase } from '#kernel/testing'
import { openHouse } from './openHouse.ts'
import { systemOf } from '#kernel/jobs'

test('a house with a post sends what was queued, without being asked', { timeout: 60_000 }, async () => {
  const database = await freshDatabase([])
  const secrets = { journal: Buffer.alloc(32, 1), signing: Buffer.alloc(32, 2) }
  const sent: string[] = []
  const post = { address: 'a@b.fr', close: () => {}, send: async (one: { to: string }) => (sent.push(one.to), { sent: true } as const) }
  const house = await openHouse({
    engines: [],
    services: [],
    addresses: database,
    mode: 'production',
    url: 'http://localhost',
    secrets,
    schedule: true,
    poolSize: 2,
    post,
    identity: await identity({ application: database.application, url: 'http://localhost', secret: secrets.signing, mode: 'production' }),
  })
  const jobs = connect(database.jobs, { size: 1 })
  const system = systemOf({
    jobs,
    clock: () => new Date(),
    mode: 'production',
    url: 'http://localhost',
    journalKey: secrets.journal,
    signingKey: secrets.signing,
  })
  const [first] = await system.bodies()
  await system.inBody(first!, world => queueMail(world, { to: cast.amina.email, subject: 'Votre lien', text: 'x', locale: 'fr' }))
  await expect.poll(() => sent, { timeout: 10_000 }).toEqual(['amina@exemple.fr'])
  await Promise.all([house.close(), jobs.close()])
  await database.drop()
})
