import type { KernelTables } from '#kernel/world'
import { populateAmendments, populateMeasures } from '#modules/measures'
import { signInAs } from '#kernel/auth'
import { member } from '#kernel/demonstration'
import { engines, services } from '../src/services.ts'
import { openGround, secrets } from './ground.ts'

/** Which statements a page sends, and how long each takes to come back. */
export const run = async ([path = '/mesures/5', who = 'amina']: readonly string[]) => {
  const ground = await openGround(engines, services, { poolSize: 1 })
  await ground.owner.transact<KernelTables, void>({ body: 1, person: null }, async db => {
    await populateMeasures(db, { id: 1 } as never, { measures: 1000, residents: 1000, supports: 50_000 })
    await populateAmendments(db, { id: 1 } as never, 5000)
  })
  await ground.owner.pool.query('vacuum analyze')
  const cookie = who === 'visitor' ? '' : await signInAs(ground.house.application, member(who as 'amina').id, secrets.signing)
  const client = await ground.house.application.pool.connect()
  const seen: { text: string; ms: number }[] = []
  const real = client.query.bind(client)
  client.query = (async (...words: unknown[]) => {
    const from = performance.now()
    const result = await (real as (...all: unknown[]) => Promise<unknown>)(...words)
    const text = typeof words[0] === 'string' ? words[0] : (words[0] as { text: string }).text
    seen.push({ text: text.replace(/\s+/g, ' ').slice(0, 150), ms: Math.round((performance.now() - from) * 1000) / 1000 })
    return result
  }) as never
  client.release()
  for (let n = 0; n < 200; n += 1) {
    seen.length = 0
    await (await ground.house.app.request(`${ground.origin}${path}`, { headers: { cookie } })).text()
  }
  for (const { text, ms } of seen) console.log(String(ms).padStart(7), text)
  await ground.close()
}
