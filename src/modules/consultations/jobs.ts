import type { ScheduledJob } from '#kernel/service'
import { closePast } from './queries/changeConsultation.ts'
import { keepLiveMap, staleMaps } from './queries/maps.ts'
import { computeMaps } from './results/computeMaps.ts'
import type { Tables } from './schema.ts'

/** Every minute, the maps whose votes changed are drawn again; consultations past their day close by themselves. */
export const jobs: Readonly<Record<string, ScheduledJob>> = {
  'consultations.maps': {
    every: '* * * * *',
    run: system =>
      system.forEachBody<Tables>(async world => {
        for (const id of await staleMaps(world.db, world.body.id)) await keepLiveMap(world, id, await computeMaps(world, id))
      }),
  },
  'consultations.close': { every: '5 * * * *', run: system => system.forEachBody<Tables>(async world => void (await closePast(world))) },
}
