import { latestMeasures } from '#modules/measures'
import { addDays } from '#kernel/clock'
import { cast } from '#kernel/demonstration'
import { addPerson } from '#kernel/people'
import { changeSetting } from '#kernel/settings'
import { giveMandate } from './acts/mandates.ts'
import { inventedCouncil, paulsBloc } from './data/invented.ts'
import { announced, autumn, on, spring } from './demoSessions.ts'
import type { Here } from './schema.ts'

/** Invented life: a council of twenty-nine, two sessions held and published, one convened. */
export const demo = async (world: Here): Promise<void> => {
  const installed = on(world, 200, 'ines')
  await changeSetting(installed, 'council', 'siret', '99999999800001')
  await changeSetting(installed, 'council', 'prefecture', 'PREF091')
  const people = new Map<string, string>()
  const sits = async (personId: string, one: Omit<(typeof inventedCouncil)[number], 'name'>) =>
    giveMandate(installed, {
      personId,
      function: one.function,
      rank: one.rank ?? null,
      portfolio: one.portfolio ?? '',
      bloc: one.bloc,
      since: installed.today,
      until: addDays(installed.today, 6 * 365),
      record: one.function === 'councillor' ? 'Élection municipale' : 'Élection municipale, puis vote du conseil d’installation',
    })
  for (const one of inventedCouncil) {
    const id = await addPerson(world.db, world.body.id, { name: one.name, invented: true })
    people.set(one.name, id)
    await sits(id, one)
  }
  people.set(cast.paul.name, cast.paul.id)
  await sits(cast.paul.id, { function: 'deputy', rank: 3, portfolio: 'services publics', bloc: paulsBloc })

  const measures = await latestMeasures(world.db, world.body.id, 300)
  const measure = (title: string) => measures.find(one => one.title === title)?.id ?? null
  const first = await spring(world, people, measure('Un FabLab partagé'))
  await autumn(world, people, first, measure('Acheter de façon responsable'))
  await announced(world, measure('Un espace public numérique municipal'), measure('Cultiver en ville'))
}
