import { record } from '#kernel/journal'
import type { KernelTables, World } from '#kernel/service'
import { words } from '../locales/index.ts'
import type { StageName } from '../rules/stages.ts'
import type { MeasureId, MeasureTables } from '../schema.ts'

type Here = World<MeasureTables & KernelTables>

/** Adds a stage, dated now, with its author and reason; the measure stands there from now on, and those it interests are told. */
export const enterStage = async (world: Here, measure: { id: MeasureId; title: string }, stage: StageName, reason: string) => {
  await world.db
    .insertInto('measures.stage')
    .values({ body_id: world.body.id, measure_id: measure.id, stage, reason, author_id: world.actor.personId, made_at: world.now })
    .execute()
  const said = (locale: 'fr' | 'en') => words(locale)('measure.news.stage', { stage: words(locale)(`stage.${stage}`) })
  await record(world, 'measure.stage-changed', {
    subject: `measure:${measure.id}`,
    content: {
      measure: measure.id,
      stage,
      reason,
      notify: {
        subject: `measure:${measure.id}`,
        title: measure.title,
        url: `/mesures/${measure.id}`,
        what: { fr: said('fr'), en: said('en') },
      },
    },
  })
}
