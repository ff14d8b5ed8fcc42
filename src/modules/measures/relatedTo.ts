import type { Variables } from '#kernel/http'
import type { KernelTables } from '#kernel/service'
import type { RelatedLinks } from './pages/MeasurePage.tsx'
import type { MeasureId, MeasureTables } from './schema.ts'

/** What every room of the house says about a measure; a room that has nothing to say is left out. */
export const relatedTo = async (world: Variables<MeasureTables & KernelTables>, measure: MeasureId): Promise<readonly RelatedLinks[]> => {
  const said = await Promise.all(
    world.contributors
      .flatMap(room => room.related ?? [])
      .map(async ({ label, find }) => ({ label: label[world.locale], links: await find(world, `measure:${measure}`) })),
  )
  return said.filter(({ links }) => links.length > 0)
}
