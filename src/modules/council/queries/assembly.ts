import { type Assembly, assemblyOf, ensureAssembly, meetingsOf, meetingsWorld, type Session, sessionOf } from '#engines/meetings'
import { dayInParis } from '#kernel/clock'
import type { AnyWorld } from '#kernel/world'
import { councilOwner, sessionsPath } from '../council.ts'
import { charterOn } from '../parameters.ts'

/** The council as an assembly that meets; none until a first member is written down. */
export const councilAssembly = (world: AnyWorld): Promise<Assembly | undefined> => assemblyOf(meetingsWorld(world), councilOwner)

/** The same, made under the law of that day when there is none. */
export const ensureCouncil = (world: AnyWorld): Promise<Assembly> =>
  ensureAssembly(meetingsWorld(world), {
    owner: councilOwner,
    name: 'Conseil municipal',
    path: sessionsPath,
    charter: charterOn(world.today, world.body.population),
  })

/** A session of the council, or undefined. */
export const councilSession = async (world: AnyWorld, id: string): Promise<Session | undefined> => {
  const assembly = await councilAssembly(world)
  return assembly && /^\d{1,18}$/.test(id) ? sessionOf(meetingsWorld(world), assembly, id) : undefined
}

/** The day of the latest session that was opened, or null. */
export const lastMetOn = async (world: AnyWorld): Promise<string | null> => {
  const assembly = await councilAssembly(world)
  const met =
    assembly && (await meetingsOf(meetingsWorld(world), assembly.id)).find(one => one.state === 'opened' || one.state === 'closed')
  return met ? dayInParis(met.startsAt) : null
}
