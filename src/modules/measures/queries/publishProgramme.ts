import { record } from '#kernel/journal'
import type { KernelTables, World } from '#kernel/service'
import type { Point } from '../rules/points.ts'
import { publishedTree } from '../rules/publishedTree.ts'
import type { MeasureId, MeasureTables } from '../schema.ts'
import { addMeasure, lastPositions } from './addMeasure.ts'
import { enterStage } from './stages.ts'

type Here = World<MeasureTables & KernelTables>

/**
 * Makes the objectives, themes and measures of a reviewed programme. Each measure is proposed, then opened to co-construction,
 * with its first version. @returns the new measures, in the order of the programme
 */
export const publishProgramme = async (
  world: Here,
  programme: string,
  points: readonly Point[],
  reasons: { proposed: string; opened: string },
): Promise<MeasureId[]> => {
  const body_id = world.body.id
  const { sections, measures } = publishedTree(points)
  const start = await lastPositions(world)
  const sectionIds: string[] = []
  for (const [index, section] of sections.entries()) {
    const parent_id = section.parent === null ? null : sectionIds[section.parent]!
    const { id } = await world.db
      .insertInto('measures.section')
      .values({
        body_id,
        programme_id: programme,
        parent_id,
        kind: section.kind,
        number: section.number,
        title: section.title,
        text: section.text,
        position: start.section + index,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    sectionIds.push(id)
  }
  const ids: MeasureId[] = []
  for (const [index, measure] of measures.entries()) {
    const id = await addMeasure(world, {
      ...measure,
      programme,
      section: measure.section === null ? null : sectionIds[measure.section]!,
      position: start.measure + index,
      reason: reasons.proposed,
    })
    await enterStage(world, { id, title: measure.title }, 'co-construction', reasons.opened)
    ids.push(id)
  }
  await world.db
    .updateTable('measures.programme')
    .set({ published_at: world.now, published_by: world.actor.personId })
    .where('body_id', '=', body_id)
    .where('id', '=', programme)
    .execute()
  await record(world, 'programme.published', { subject: `programme:${programme}`, content: { measures: ids } })
  return ids
}
