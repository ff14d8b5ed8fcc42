import { readFile } from 'node:fs/promises'
import { addDays } from '#kernel/clock'
import { member, type CastName } from '#kernel/demonstration'
import { actorFrom, addPerson } from '#kernel/people'
import type { KernelTables, World } from '#kernel/service'
import { crowd, lives, secondThoughts } from './data/invented.ts'
import { inventAmendments } from './amendments/demo.ts'
import { inventDebates } from './debates/demo.ts'
import { inventGroup } from './group/demo.ts'
import { inventProposals } from './proposals/demo.ts'
import { importProgramme } from './importProgramme.ts'
import { changeFacts } from './queries/measureFacts.ts'
import { enterStage } from './queries/stages.ts'
import { giveSupport } from './queries/support.ts'
import { addVersion, paragraphName, readVersion } from './queries/versions.ts'
import type { MeasureTables } from './schema.ts'

type Here = World<MeasureTables & KernelTables>

/** A few weeks of invented life: the programme published 40 days ago, and since then stages, versions and supports. */
export const demo = async (here: Here) => {
  const source = await readFile(new URL('./data/programme.md', import.meta.url), 'utf8')
  const { measures } = await importProgramme(when(here, 40, 'claire'), source, { name: 'programme.md', publish: true })
  const rows = await here.db
    .selectFrom('measures.measure')
    .select(['id', 'number', 'title'])
    .where('body_id', '=', here.body.id)
    .where('id', 'in', [...measures])
    .execute()
  const supporters = await inventCrowd(here)

  for (const [rank, life] of lives.entries()) {
    const measure = rows.find(row => row.number === life.number)
    if (!measure) continue
    const closesOn = life.closesIn === null ? null : addDays(here.today, life.closesIn)
    await changeFacts(when(here, 38, 'claire'), measure.id, { pilotId: member(life.pilot).id, ownerService: life.service, closesOn })
    const latest = Math.max(6, -(life.closesIn ?? 0)) // nobody supports after the closing day
    for (const [index, supporter] of supporters.slice(0, life.supports).entries()) {
      await giveSupport(when(here, 36 - ((index * 5 + rank) % (37 - latest)), supporter), measure.id, supporter.id)
    }
    for (const { daysAgo, by, note, text, credits } of life.versions) {
      const before = await readVersion(here.db, here.body.id, measure.id)
      const number = (before?.number ?? 0) + 1
      await addVersion(when(here, daysAgo, by), measure.id, {
        number,
        note,
        paragraphs: [...(before?.paragraphs ?? []), ...text.map((words, index) => ({ id: paragraphName(number, index), text: words }))],
        credits: credits.map(name => ({ personId: member(name).id, part: 'amendment' })),
      })
    }
    for (const { daysAgo, by, stage, reason } of life.stages) await enterStage(when(here, daysAgo, by), measure, stage, reason)
  }
  await inventAmendments(here)
  await inventDebates(here)
  await inventGroup(here)
  await inventProposals((daysAgo, name) => when(here, daysAgo, name))
  await importProgramme(when(here, 2, 'claire'), secondThoughts, { name: 'ateliers-de-quartier.txt', title: 'Ateliers de quartier' })
}

/** The same world some days ago, in the hands of someone of the cast or of the crowd. */
const when = (world: Here, daysAgo: number, who: CastName | { id: string; name: string }): Here => {
  const person = typeof who === 'string' ? member(who) : who
  const role = typeof who === 'string' ? member(who).role : undefined
  const today = addDays(world.today, -daysAgo)
  return {
    ...world,
    today,
    now: `${today}T${String(8 + ((daysAgo * 7) % 10)).padStart(2, '0')}:${String((daysAgo * 13) % 60).padStart(2, '0')}:00.000Z`,
    actor: actorFrom({ personId: person.id, name: person.name, roles: role ? [role] : [], services: [] }),
  }
}

/** The residents of the cast first, then an invented crowd. */
const inventCrowd = async (world: Here) => {
  const known = (['amina', 'louis', 'nour', 'mathilde', 'helene', 'jeanne', 'karim', 'sophie', 'paul'] as const).map(name => ({
    id: member(name).id,
    name: member(name).name,
  }))
  const made = []
  for (const name of crowd()) made.push({ id: await addPerson(world.db, world.body.id, { name, invented: true }), name })
  return [...known, ...made]
}
