import { sql } from '#kernel/db'
import { defineService } from '#kernel/service'
import { changes } from './changes.ts'
import { demo } from './demo.ts'
import { events } from './events.ts'
import { amendmentSamples } from './amendments/samples.ts'
import { debateSamples } from './debates/samples.ts'
import { groupSamples } from './group/samples.ts'
import { groupSettings } from './group/settings.ts'
import { home } from './home.ts'
import { outcomes } from './outcomes/outcomes.ts'
import { proposalSamples } from './proposals/demo.ts'
import { openData } from './openData.ts'
import { personalData } from './personalData.ts'
import { routes } from './routes.tsx'
import { search } from './search.ts'

/** Residents and the town hall write each measure of the programme together; every version, reason and answer stays. */
export const measures = defineService({
  id: 'measures',
  path: '/mesures',
  title: { fr: 'Mesures', en: 'Measures' },
  navigation: {
    section: 'propose',
    order: 10,
    about: {
      fr: 'Lire le programme point par point, le soutenir, l’amender, proposer une mesure.',
      en: 'Read the programme point by point, support it, amend it, propose a measure.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  events,
  personalData,
  openData,
  search,
  home,
  changes,
  outcomes,
  demo,
  settings: groupSettings,
  samples: async world => {
    const { rows } = await sql<{ measure: string; programme: string; point: string }>`
      select (select id::text from measures.measure where body_id = ${world.body.id} and stage = 'co-construction' order by position, id limit 1) as measure,
        p.id::text as programme, q.id::text as point
      from measures.programme p join measures.programme_point q on q.body_id = p.body_id and q.programme_id = p.id
      where p.body_id = ${world.body.id} and p.published_at is null and p.abandoned_at is null order by p.id, q.position limit 1`.execute(
      world.db,
    )
    const found = { ...rows[0], ...(await amendmentSamples(world)), ...(await groupSamples(world)), ...(await proposalSamples(world)) }
    return { ...found, ...(await debateSamples(world, found.measure)) }
  },
})

export { isGroupMember, isPilot, runsGroup, sitsInGroupOf } from './group/powers.ts'
export { populateAmendments } from './amendments/populateAmendments.ts'
export { importProgramme, type Imported } from './importProgramme.ts'
export { populateMeasures, type Population } from './populate.ts'
export { contributionsTo } from './queries/contributionsTo.ts'
export { programmeLines, programmeThemes, stageCounts, type ProgrammeLine } from './queries/programmeLines.ts'
export { latestMeasures, measuresById } from './queries/latestMeasures.ts'
export { fileProposal, publishProposal, readProposalOf } from './proposals/queries/proposals.ts'
export { supportsOf } from './queries/support.ts'
export { stages, openStages, type StageName } from './rules/stages.ts'
export type { MeasureId, MeasureTables } from './schema.ts'
