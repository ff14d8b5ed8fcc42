import type { KernelTables } from '#kernel/world'
import pg from 'pg'
import { populateMeasures } from '#modules/measures'
import { signInAs } from '#kernel/auth'
import { member } from '#kernel/demonstration'
import { engines, services } from '../src/services.ts'
import { type Ground, openGround, secrets, timed } from './ground.ts'

const size = { measures: 2000, residents: 5000, supports: 50_000 }
const lists = ['/', '/vous-avez-dit', '/besoins', '/consultations', '/enquetes', '/evaluations', '/engagements', '/comites', '/population']
const details = {
  '/services/:id': `select service_id as id from evaluations.campaign order by 1 limit 1`,
  '/mesures/:id': `select measure_id as id from measures.support_count group by 1 order by sum(n) desc, 1 limit 1`,
  '/vous-avez-dit/services/:id': `select service_id as id from evaluations.campaign order by 1 limit 1`,
  '/consultations/:id/resultats': `select consultation_id as id from consultations.publication order by 1 limit 1`,
  '/enquetes/:id/resultats': `select survey_id as id from surveys.publication order by 1 limit 1`,
}

/** The pages that gather from every room, and each room's own list: the server's time, and the statements sent. A visitor's page is drawn anew each time. */
export const run = async () => {
  const ground = await openGround(engines, services)
  await ground.owner.transact<KernelTables, void>({ body: 1, person: null }, async db => {
    await populateMeasures(db, { id: 1 } as never, size)
  })
  await ground.owner.pool.query('vacuum analyze')
  const cookies = { visitor: '', resident: await signedIn(ground, 'amina'), agent: await signedIn(ground, 'claire') }
  for (const path of [...lists, ...(await found(ground))]) {
    const line: Record<string, unknown> = { path }
    for (const [who, cookie] of Object.entries(cookies)) {
      let drawn = 0
      const ask = async () => {
        drawn += 1
        const answer = await ground.house.app.request(`${ground.origin}${path}?n=${drawn}`, { headers: { cookie } })
        if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
        return answer.text()
      }
      const statements = await counted(ask)
      line[who] = `${Math.round((await timed(60, ask)) * 10) / 10} ms, ${statements} statements`
    }
    console.log(JSON.stringify(line))
  }
  await ground.close()
}

const signedIn = (ground: Ground, name: Parameters<typeof member>[0]) =>
  signInAs(ground.house.application, member(name).id, secrets.signing)

const found = async ({ owner }: Ground) => {
  const paths = []
  for (const [path, one] of Object.entries(details)) paths.push(path.replace(':id', (await owner.pool.query(one)).rows[0].id))
  return paths
}

/** How many statements one request sends, the one that opens its transaction and the one that ends it included. */
const counted = async (ask: () => Promise<unknown>) => {
  await ask()
  const client = pg.Client.prototype as unknown as { query: (...words: unknown[]) => unknown }
  const before = client.query
  let sent = 0
  client.query = function (...words) {
    sent += 1
    return before.apply(this, words)
  }
  await ask()
  client.query = before
  return sent
}
