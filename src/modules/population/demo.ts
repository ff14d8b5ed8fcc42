import { addDays } from '#kernel/clock'
import { cast } from '#kernel/demonstration'
import { addVersion, publishVersion } from './queries.ts'
import { readFigures } from './readFigures.ts'
import type { Here } from './schema.ts'

const said = 'Chiffres inventés pour la démonstration.'

/** Invented figures of Val-sur-Yvette: an older version by margins, then one that crosses age, sex and district. */
export const demo = async (world: Here): Promise<void> => {
  if (world.body.slug !== 'val-sur-yvette') return
  await publish(world, -400, older, { source: 'Recensement inventé 2018 (démonstration)', referenceOn: '2018-01-01' })
  await publish(world, -60, recent(), { source: 'Recensement inventé 2023 (démonstration)', referenceOn: '2023-01-01' })
}

const publish = async (world: Here, days: number, text: string, about: { source: string; referenceOn: string }) => {
  const today = addDays(world.today, days)
  const actor = { ...world.actor, personId: cast.claire.id }
  const then = { ...world, today, now: `${today}T09:00:00.000Z`, actor }
  const read = readFigures(text)
  if (!read.ok) throw new Error(`The invented figures cannot be read: ${JSON.stringify(read.faults)}`)
  const id = await addVersion(then, { ...about, licence: 'Licence Ouverte 2.0', note: said }, read.read)
  await publishVersion(then, id)
}

const older = `dimension;categorie;effectif
age;0-14;1822
age;15-29;1790
age;30-44;1967
age;45-59;1915
age;60-74;1288
age;75+;798
sexe;F;4935
sexe;M;4645
quartier;Bourg;3105
quartier;Lavoir;2210
quartier;Plateau;2935
quartier;Les Hameaux;1330`

const districts = { Bourg: 3136, Lavoir: 2254, Plateau: 3038, 'Les Hameaux': 1372 }
// People of each age and sex; women live longer, families are on the Plateau.
const people: readonly (readonly [age: string, women: number, men: number, onPlateau: number])[] = [
  ['0-14', 862, 902, 1.25],
  ['15-29', 890, 913, 1.05],
  ['30-44', 979, 932, 1.2],
  ['45-59', 992, 948, 1],
  ['60-74', 785, 694, 0.75],
  ['75+', 539, 364, 0.5],
]

/** 9,800 people, shared among districts without losing anyone. */
const recent = (): string => {
  const lines = people.flatMap(([age, women, men, onPlateau]) =>
    (
      [
        ['F', women],
        ['M', men],
      ] as const
    ).flatMap(([sex, total]) => {
      const parts = Object.entries(districts).map(([district, size]) => ({
        district,
        weight: size * (district === 'Plateau' ? onPlateau : 1),
      }))
      const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
      let left = total
      return parts.map(({ district, weight }, at) => {
        const count = at === parts.length - 1 ? left : Math.round((total * weight) / whole)
        left -= count
        return `${age};${sex};${district};${count}`
      })
    }),
  )
  return ['age;sexe;quartier;effectif', ...lines].join('\n')
}
