import { changeCharter, meetingsWorld } from '#engines/meetings'
import { addDays } from '#kernel/clock'
import { cast, type CastName } from '#kernel/demonstration'
import { readServices } from '#modules/catalogue'
import { announced, heldFirst, heldSecond, on } from './demoMeetings.ts'
import { modelNamed } from './models.ts'
import { apply } from './queries/candidacies.ts'
import { type Committee, type Founded } from './committee.ts'
import { committeeAssembly, committeeById, foundCommittee } from './queries/committees.ts'
import { giveRole, giveSeat, removeSeat, seatsOf } from './queries/seats.ts'
import { saveFileItem } from './queries/yearlyFile.ts'
import type { Here } from './schema.ts'

/** Invented life: the committee of school meals met twice and meets again; the commission, optional here, opens its file. */
export const demo = async (world: Here): Promise<void> => {
  const services = await readServices(world.db, world.body.id)
  const idsOf = (...names: readonly string[]) => services.filter(one => names.includes(one.name)).map(one => one.id)
  await schoolMeals(world, idsOf('Restauration scolaire'))
  await commission(world, services, idsOf('Restauration scolaire', 'Marché du centre'))
}

const schoolMeals = async (world: Here, services: readonly string[]) => {
  const committee = await founded(world, 130, 'committee', {
    kind: 'services',
    name: 'Comité de la restauration scolaire',
    purpose:
      'Parents, enfants, agents et élus goûtent, comptent et discutent les repas : ce qui est servi, à quel prix, ce qui est jeté, et ce qui doit changer. Ses décisions sont présentées au conseil.',
    theme: '',
    act: 'Délibération 2026-31',
    actOn: addDays(world.today, -132),
    actUrl: '',
    services,
  })
  if (!committee) return
  const seats = await seatsOf(world, committee.id)
  const [parent, grandparent, , drawn, cook, office, elected, spare] = seats
  if (!parent || !grandparent || !drawn || !cook || !office || !elected || !spare) return
  const act = 'Arrêté 2026-112'
  await seated(world, committee, parent.id, 'amina', act)
  await seated(world, committee, grandparent.id, 'jeanne', act)
  await seated(world, committee, drawn.id, 'karim', 'Tirage du 3 juillet 2026, en public, parmi 212 volontaires')
  await seated(world, committee, cook.id, 'marc', 'Élection du 25 juin 2026, 14 voix sur 19')
  await seated(world, committee, office.id, 'claire', 'Élection du 25 juin 2026, 12 voix sur 19')
  await seated(world, committee, elected.id, 'paul', 'Délibération 2026-32')
  await removeSeat(on(world, 128, 'claire'), committee.id, spare.id)
  const assembly = await committeeAssembly(world, committee.id)
  if (!assembly) return
  await giveRole(on(world, 128, 'claire'), committee, assembly, cast.paul.id, 'chair')
  await giveRole(on(world, 128, 'claire'), committee, assembly, cast.claire.id, 'secretary')
  const first = await heldFirst(world, committee)
  await changeCharter(meetingsWorld(on(world, 35, 'claire')), assembly, {
    charter: { ...assembly.charter, minority: { days: 20 } },
    since: addDays(world.today, -34),
    reason: 'Quinze jours étaient trop courts pendant les vacances scolaires.',
    source: 'Délibération 2026-58',
  })
  await heldSecond(world, committee, first)
  await announced(world, committee)
  await apply(
    on(world, 2, 'sophie'),
    committee,
    cast.sophie.id,
    'Ma fille déjeune à la cantine quatre fois par semaine. Je suis libre le mardi soir.',
  )
}

const commission = async (world: Here, catalogue: Awaited<ReturnType<typeof readServices>>, services: readonly string[]) => {
  const committee = await founded(world, 90, 'ccspl', {
    kind: 'ccspl',
    name: 'Commission consultative des services publics locaux',
    purpose:
      'Examiner chaque année les services confiés à une entreprise, et donner un avis avant que le conseil ne choisisse comment les gérer.',
    theme: '',
    act: 'Délibération 2026-40',
    actOn: addDays(world.today, -91),
    actUrl: '',
    services,
  })
  if (!committee) return
  const seats = await seatsOf(world, committee.id)
  const users = seats.filter(seat => seat.college === 'users')
  const [mayor] = seats
  if (mayor) await seated(world, committee, mayor.id, 'paul', 'Arrêté 2026-140 du maire', 88)
  for (const [at, name] of (['mathilde', 'louis', 'helene'] as const).entries())
    await seated(world, committee, users[at]?.id ?? '', name, 'Délibération 2026-41', 88)
  const year = Number(world.today.slice(0, 4))
  const meals = catalogue.find(one => one.name === 'Restauration scolaire')
  const clerk = on(world, 20, 'claire')
  if (meals)
    await saveFileItem(clerk, committee.id, year, null, {
      kind: 'delegate-report',
      title: `Rapport ${year - 1} des Tables réunies`,
      serviceId: meals.id,
      receivedOn: addDays(world.today, -21),
      note: 'Le compte d’exploitation est joint ; la part de bio n’y est pas.',
    })
  await saveFileItem(clerk, committee.id, year, null, {
    kind: 'delegation-project',
    title: 'Renouveler ou reprendre la délégation du marché',
  })
}

const founded = async (world: Here, daysAgo: number, model: 'committee' | 'ccspl', facts: Founded): Promise<Committee | null> => {
  const rules = modelNamed(model)
  return rules ? committeeById(world, await foundCommittee(on(world, daysAgo, 'claire'), facts, rules)) : null
}

const seated = async (world: Here, committee: Committee, seatId: string, name: CastName, record: string, daysAgo = 129) => {
  const [seat, assembly] = [
    (await seatsOf(world, committee.id)).find(one => one.id === seatId),
    await committeeAssembly(world, committee.id),
  ]
  if (!seat || !assembly) return
  const then = on(world, daysAgo, 'claire')
  const until = addDays(then.today, 3 * 365)
  await giveSeat(then, committee, assembly, seat, { personId: cast[name].id, since: then.today, until, record, recordUrl: '' })
}
