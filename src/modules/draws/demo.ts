import { addDays } from '#kernel/clock'
import { cast, type CastMember } from '#kernel/demonstration'
import { type Actor, collegeOf } from '#kernel/people'
import { computeNow } from './computePanel.ts'
import { addLot, addSeed, lotById } from './queries/lots.ts'
import { addPanel, addVolunteers, askComputation, latestComputation, linkLot, panelById } from './queries/panels.ts'
import type { Panel } from './panel.ts'
import type { Here } from './schema.ts'

const ages = ['16 à 29 ans', '30 à 59 ans', '60 ans et plus']
const places = ['Centre', 'Plateau', 'Bords de l’Yvette']
const genders = ['Femmes', 'Hommes']

/** One panel drawn, one recruiting, one list drawn. */
export const demo = async (world: Here): Promise<void> => {
  await forum(world)
  await rhythms(world)
  await recruiting(world)
}

const forum = async (world: Here) => {
  const announced = at(world, -30, cast.claire)
  const lot = await addLot(announced, {
    title: 'Emplacements du forum des associations',
    purpose: 'Quatre emplacements sont à l’abri, sept associations les demandent.',
    inputs: [
      'Chorale du Lavoir',
      'Club de marche',
      'Jardins du Lavoir',
      'Judo Val-sur-Yvette',
      'Les Amis de la bibliothèque',
      'Repair café',
      'Théâtre du Pont',
    ],
    many: 4,
    seedSource: 'Six boules numérotées de 1 à 49, tirées par des enfants du conseil des jeunes, en séance publique.',
    seedOn: addDays(announced.today, 5),
  })
  const drawing = at(world, -25, cast.claire)
  const known = await lotById(drawing.db, drawing.body.id, lot)
  if (known) await addSeed(drawing, known, '7 12 23 34 41 49', 'Le conseil des jeunes, en mairie, devant le public')
}

const rhythms = async (world: Here) => {
  const opened = at(world, -60, cast.claire)
  const id = await addPanel(opened, {
    title: 'Panel sur les horaires des services publics',
    purpose: 'Neuf habitants tirés au sort proposent des horaires pour la mairie, la bibliothèque et la piscine.',
    size: 9,
    onePerAddress: false,
    closesOn: addDays(opened.today, 30),
    quotas: [
      ...ages.map(feature => ({ category: 'Âge', feature, min: 2, max: 4 })),
      ...places.map(feature => ({ category: 'Quartier', feature, min: 2, max: 4 })),
      ...genders.map(feature => ({ category: 'Genre', feature, min: 4, max: 5 })),
    ],
  })
  const panel = await panelById(opened.db, opened.body.id, id)
  if (!panel) return
  await addVolunteers(opened, panel, [volunteer(panel, 0, cast.amina.id), volunteer(panel, 1, cast.louis.id)])
  await addVolunteers(
    opened,
    panel,
    Array.from({ length: 34 }, (_, index) => volunteer(panel, index + 2, null)),
  )
  const closed = at(world, -25, cast.claire)
  await askComputation(closed, panel)
  const computation = await latestComputation(closed.db, closed.body.id, id)
  if (!computation) return
  await computeNow(closed, panel, computation.id)
  const result = (await latestComputation(closed.db, closed.body.id, id))?.result
  if (result?.kind !== 'lottery') throw new Error('The panel of the demonstration can’t be drawn.')
  const lot = await addLot(closed, {
    title: panel.title,
    purpose: 'Un billet sur mille désigne le panel. Chaque ligne : le numéro du billet, puis les numéros des volontaires.',
    inputs: result.tickets.map((members, ticket) => `${String(ticket + 1).padStart(4, '0')} : ${members.join(' ')}`),
    many: 1,
    seedSource: 'Six boules numérotées de 1 à 49, tirées en conseil municipal.',
    seedOn: addDays(closed.today, 5),
  })
  await linkLot(closed, panel, lot)
  const drawing = at(world, -20, cast.claire)
  const known = await lotById(drawing.db, drawing.body.id, lot)
  if (known) await addSeed(drawing, known, '3 8 19 27 30 44', 'Le conseil municipal, en séance publique')
}

const recruiting = async (world: Here) => {
  const opened = at(world, -10, cast.claire)
  const id = await addPanel(opened, {
    title: 'Panel sur les bords de l’Yvette',
    purpose: 'Douze habitants tirés au sort suivent le chantier de la promenade et en rendent compte.',
    size: 12,
    onePerAddress: true,
    closesOn: addDays(opened.today, 40),
    quotas: [
      ...ages.map(feature => ({ category: 'Âge', feature, min: 3, max: 5 })),
      ...places.map(feature => ({ category: 'Quartier', feature, min: 3, max: 5 })),
    ],
  })
  const panel = await panelById(opened.db, opened.body.id, id)
  if (panel)
    await addVolunteers(opened, panel, [
      { ...volunteer(panel, 4, cast.jeanne.id), address: '3 rue du Lavoir' },
      { ...volunteer(panel, 8, cast.karim.id), address: '12 place du 8-Mai' },
    ])
}

/** Older people and the centre volunteer more, as they do. */
const volunteer = (panel: Panel, index: number, personId: string | null) => {
  const pick = (values: readonly string[], tilt: number) =>
    values[Math.floor((((index * 7 + tilt) % 11) / 11 ** (index % 3 === 0 ? 0.9 : 1)) * values.length) % values.length] ?? ''
  const features: Record<string, string> = {
    Âge: ages[[2, 1, 2, 0, 1, 2, 1][index % 7] ?? 0] ?? '',
    Quartier: pick(places, index % 5),
    Genre: genders[(index + Math.floor(index / 5)) % 2] ?? '',
  }
  return {
    personId,
    name: personId === null ? `Volontaire inventé ${index}` : '',
    address: '',
    features: Object.fromEntries(
      [...new Set(panel.quotas.map(({ category }) => category))].map(category => [category, features[category] ?? '']),
    ),
    showsName: personId !== null,
  }
}

/** The same commune some days ago, as that person. */
const at = (world: Here, days: number, person: CastMember): Here => {
  const today = addDays(world.today, days)
  const roles: Actor['roles'] = new Set(person.role ? ['resident', person.role] : ['resident'])
  return {
    ...world,
    today,
    now: `${today}T09:30:00.000Z`,
    actor: { personId: person.id, name: person.name, roles, services: [], college: collegeOf(roles), onBehalf: null },
  }
}
