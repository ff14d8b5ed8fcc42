import type { ScheduledJob } from '#kernel/service'
import { closePast } from './queries/changeConsultation.ts'
import type { AnyWorld } from '#kernel/world'
import { keepLiveMap, liveMap, mayBeTold, staleMaps } from './queries/maps.ts'
import { computeMaps } from './results/computeMaps.ts'
import type { ConsultationId, Tables } from './schema.ts'
import { consultationSettingsOf } from './settings.ts'

/** Figures that changed with one voter would tell what that voter said: they wait for others. What to ask next does not wait. */
const drawAgain = async (world: AnyWorld, id: ConsultationId) => {
  const { leastGroup } = await consultationSettingsOf(world)
  const shown = await liveMap(world.db, world.body.id, id)
  const drawn = await computeMaps(world, id)
  const isTold = shown === null || (await mayBeTold(world, id, shown.computedAt, leastGroup))
  await keepLiveMap(world, id, isTold ? drawn : { ...drawn, content: shown })
}

/** Every minute, the maps whose votes changed are drawn again; consultations past their day close by themselves. */
export const jobs: Readonly<Record<string, ScheduledJob>> = {
  'consultations.maps': {
    every: '* * * * *',
    run: system =>
      system.forEachBody<Tables>(async world => {
        for (const id of await staleMaps(world.db, world.body.id)) await drawAgain(world, id)
      }),
  },
  'consultations.close': { every: '5 * * * *', run: system => system.forEachBody<Tables>(async world => void (await closePast(world))) },
}
