import { addDays } from '#kernel/clock'
import { cast, type CastMember, daysAgo } from '#kernel/demonstration'
import { addPerson, recordResidence } from '#kernel/people'
import { latestMeasures } from '#modules/measures'
import { openFile, tick } from './acts/files.ts'
import { openPetition, recordElectorate, sign, takePetitionStep } from './acts/petitions.ts'
import { thresholdNow } from './petition.ts'
import { fileById } from './queries/files.ts'
import { electorateOn, petitionById } from './queries/petitions.ts'
import type { Here } from './schema.ts'

/** Invented life: a petition that reached the mayor and was answered, one open, a consultation in preparation, a participation. */
export const demo = async (world: Here): Promise<void> => {
  const then = (days: number, person: CastMember) => daysAgo(world, days, person)
  for (const [days, electors] of [
    [600, 6_874],
    [200, 6_931],
  ] as const)
    await recordElectorate(then(days, cast.claire), {
      on: addDays(world.today, -days),
      electors,
      source: 'Service des élections (chiffre inventé)',
    })
  const crossing = await openPetition(
    then(560, cast.louis),
    {
      kind: 'deliberation',
      title: 'Une traversée sûre devant l’école du Lavoir',
      text: 'Trois accidents évités de peu cette année. Nous demandons que le conseil débatte d’un plateau surélevé et d’un feu pour les piétons, rue du Lavoir.',
      closesOn: addDays(world.today, -470),
    },
    cast.louis.id,
  )
  await answered(world, crossing)
  const crowd = await signers(world)

  const library = await openPetition(
    then(30, cast.amina),
    {
      kind: 'consultation',
      title: 'Consulter les électeurs sur l’ouverture de la médiathèque le dimanche',
      text: 'La médiathèque ferme le samedi à midi. Beaucoup ne peuvent venir que le dimanche. Nous demandons que la commune consulte les électeurs avant de fixer les horaires.',
      closesOn: addDays(world.today, 60),
    },
    cast.amina.id,
  )
  for (const [index, person] of crowd.entries()) await signed(then(28 - (index % 27), person), library, person)

  const measures = await latestMeasures(world.db, world.body.id, 500)
  const bus = measures.find(({ title }) => title === 'Un bus pour tous les usages')?.id ?? null
  const consultation = await openFile(then(9, cast.claire), 'consultation', {
    title: 'Le bus du soir : jusqu’à vingt-deux heures, ou le samedi entier ?',
    question: 'Approuvez-vous que le bus de la vallée roule jusqu’à vingt-deux heures en semaine, le samedi restant comme aujourd’hui ?',
    area: '',
    councilOn: addDays(world.today, 18),
    transmittedOn: null,
    wishedOn: null,
    lastOn: null,
    measure: bus,
    petition: null,
  })
  const file = await fileById(world, consultation)
  if (file) await tick(then(4, cast.claire), file, 'explanatory-note')
}

const signed = async (world: Here, id: string, person: CastMember) => {
  const petition = await petitionById(world, id)
  if (petition) await sign(world, petition, person.id)
}

/** More than a year ago, its signatures erased since: handed over, checked against the register, put to the council, accepted. */
const answered = async (world: Here, id: string) => {
  const step = async (days: number, person: CastMember, more: Omit<Parameters<typeof takePetitionStep>[2], 'on'>) => {
    const there = daysAgo(world, days, person)
    const petition = await petitionById(there, id)
    if (petition) await takePetitionStep(there, petition, { ...more, on: there.today })
  }
  const electorate = await electorateOn(world, addDays(world.today, -485))
  const threshold = thresholdNow(null, electorate, world.today)
  await step(485, cast.louis, { kind: 'submitted', note: '', signatures: 712, threshold, electors: electorate?.electors ?? null })
  await step(480, cast.claire, { kind: 'acknowledged', note: '' })
  await step(474, cast.claire, { kind: 'checked', note: 'Neuf personnes ne sont pas sur la liste électorale.', valid: 703 })
  await step(460, cast.claire, { kind: 'informed', note: 'Le conseil en est informé, et en débattra à sa séance suivante.' })
  await step(430, cast.paul, {
    kind: 'answered',
    note: 'Le conseil vote le plateau surélevé, et demande au département un feu pour les piétons.',
    outcome: 'accepted',
  })
}

/** The verified residents of the cast, then an invented crowd that lives here. */
const signers = async (world: Here): Promise<readonly CastMember[]> => {
  const known: readonly CastMember[] = [cast.amina, cast.louis, cast.mathilde, cast.helene, cast.jeanne, cast.karim, cast.sophie]
  const made: CastMember[] = []
  for (let n = 1; n <= 50; n += 1) {
    const name = `${first[n % first.length]!} ${last[(n * 7) % last.length]!}`
    const id = await addPerson(world.db, world.body.id, { name, invented: true })
    await recordResidence(world.db, world.body.id, { personId: id, proof: 'document-seen', since: addDays(world.today, -400) })
    made.push({ id, name, email: '', body: 'val-sur-yvette', verified: true })
  }
  return [...known, ...made]
}
const first = ['Adèle', 'Bastien', 'Chloé', 'Driss', 'Élise', 'Farid', 'Gaëlle', 'Hugo', 'Irène', 'Jules', 'Khadija']
const last = [
  'Arnaud',
  'Bensaïd',
  'Colin',
  'Diallo',
  'Estève',
  'Ferreira',
  'Guérin',
  'Humbert',
  'Ibarra',
  'Jaouen',
  'Kowalski',
  'Lemoine',
  'Morin',
]
