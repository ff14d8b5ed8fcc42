import { connect, type Db } from '#kernel/db'
import { loadCast } from '#kernel/demonstration'
import { dayInParis, addDays } from '#kernel/clock'
import { systemOf, type SystemMade } from '#kernel/jobs'
import type { Room } from '#kernel/service'
import type { World } from '#kernel/world'

/** Writes the invented commune: its people first, then each room's life in the order of rooms. */
export const loadDemonstration = async (
  ownerUrl: string,
  rooms: readonly Room[],
  made: SystemMade,
  tell: (line: string) => void = () => {},
) => {
  const owner = connect(ownerUrl, { size: 1, name: 'yvette-demonstration' })
  try {
    await owner.transact<any, void>({ body: null, person: null }, db =>
      loadCast(db as unknown as Db<any> as never, addDays(dayInParis(made.clock()), -400)),
    ) // the owner sees every table
  } finally {
    await owner.close()
  }
  const system = systemOf(made)
  const [first] = await system.bodies()
  for (const room of rooms) {
    if (!room.demo) continue
    tell(room.id)
    await system.inBody(first!, world => room.demo!(world))
  }
}

/** Values for the `:names` of every room's paths, from the demonstration's rows. */
export const demonstrationSamples = async (rooms: readonly Room[], world: World<any>): Promise<Readonly<Record<string, string>>> => {
  let samples: Record<string, string> = {}
  for (const room of rooms) if (room.samples) samples = { ...samples, ...(await room.samples(world)) }
  return samples
}
