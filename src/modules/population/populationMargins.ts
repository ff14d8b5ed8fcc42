import type { AnyWorld } from '#kernel/world'
import type { Db } from '#kernel/db'
import { marginsOf, type PopulationMargin } from './figures.ts'
import { figuresOf, versionOn } from './queries.ts'
import type { PopulationTables } from './schema.ts'

export interface PopulationMargins {
  readonly margins: readonly PopulationMargin[]
  readonly source: string
  readonly licence: string
  /** The day the figures are about. */
  readonly date: string
  /** Its number; its page is `/population/versions/<version>`. */
  readonly version: string
}

/** Who lives here along each dimension, as it was published on that day; null when nothing was. */
export const populationMargins = async (world: AnyWorld, on: string): Promise<PopulationMargins | null> => {
  const db = world.db as Db<PopulationTables> // the module's own tables
  const version = await versionOn(db, world.body.id, on)
  if (!version) return null
  const margins = marginsOf(await figuresOf(db, world.body.id, version))
  return { margins, source: version.source, licence: version.licence, date: version.referenceOn, version: version.id }
}
