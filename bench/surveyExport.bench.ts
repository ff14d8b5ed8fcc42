import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beginExport, exportsOf, createQuestionnaire, freezeQuestionnaire, Questionnaire, questionnaireOf } from '#engines/surveys'
import { systemClock } from '#kernel/clock'
import { openStorage } from '#kernel/files'
import { systemOf } from '#kernel/jobs'
import { engines, services } from '../src/services.ts'
import { templates } from '../src/modules/surveys/data/templates.ts'
import { openGround, secrets } from './ground.ts'

const answers = 250_000
/** Megabytes that may be needed above what the process held before. */
const mostMemory = 64
/** Times the raw reading of the same rows by the same driver. */
const slowest = 12

/** 250,000 answers exported in parts, against the raw reading of the same rows by the same driver. */
export const run = async () => {
  const files = await mkdtemp(join(tmpdir(), 'yvette-bench-files-'))
  await openStorage({ folder: files })
  const ground = await openGround(engines, services)
  const { house, owner } = ground
  const system = systemOf({
    jobs: house.jobs,
    clock: systemClock,
    mode: 'demonstration',
    url: ground.origin,
    journalKey: secrets.journal,
    signingKey: secrets.signing,
  })
  const [body] = await system.bodies()
  if (!body) throw new Error('The demonstration has no body.')
  const id = await system.inBody(body, async world => {
    await createQuestionnaire(world, 'survey:bench', Questionnaire.parse(templates.needs))
    const stored = await questionnaireOf(world, 'survey:bench')
    if (!stored) throw new Error('not stored')
    await freezeQuestionnaire(world, stored)
    return stored.id
  })
  await owner.pool.query(
    `insert into questionnaires.response (body_id, questionnaire_id, id, version, answers, channel, language, received_on)
     select $1, $2, n * 36893488147::bigint, 1, jsonb_build_object('uses', 'sometimes', 'priorities', jsonb_build_array('hours', 'waiting'),
       'words', 'Ouvrir plus tard un soir par semaine, pour celles et ceux qui travaillent.', 'age', 'age_45_59', 'sex', 'sex_f'),
       'screen', 'fr', current_date from generate_series(1, $3) n`,
    [body.id, id, answers],
  )
  await owner.pool.query('vacuum analyze questionnaires.response')

  const raw = await seconds(async () => {
    const client = await owner.pool.connect()
    await client.query('begin')
    await client.query(
      `declare c cursor for select id, answers, channel, language, received_on from questionnaires.response where questionnaire_id = ${id}`,
    )
    for (let read = 1; read > 0;) read = (await client.query('fetch 1000 from c')).rows.length
    await client.query('commit')
    client.release()
  })
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
  await system.inBody(body, world => beginExport(world, id))
  const exported = await seconds(() => house.workers.settle())
  clearInterval(watching)
  const [done] = await system.inBody(body, world => exportsOf(world, id))
  if (done?.done !== answers || done.finishedAt === null) throw new Error(`Only ${done?.done} answers were exported.`)
  const grown = Math.round((peak - before) / 1e6)
  const result = { answers, seconds: round(exported), rawSeconds: round(raw), ratio: round(exported / raw), memoryMB: grown }
  console.log(JSON.stringify(result))
  await ground.close()
  await rm(files, { recursive: true, force: true })
  if (grown > mostMemory) throw new Error(`The export took ${grown} MB, over ${mostMemory}.`)
  if (exported / raw > slowest) throw new Error(`The export took ${round(exported / raw)} times a raw reading, over ${slowest}.`)
}

const seconds = async (work: () => Promise<unknown>) => {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}
const round = (value: number) => Math.round(value * 100) / 100
