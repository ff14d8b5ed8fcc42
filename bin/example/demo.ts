import { cast } from '#kernel/demonstration'
import { addDays } from '#kernel/rules'
import type { World } from '#kernel/world'
import { addRemark } from './queries.ts'
import type { ExampleTables } from './schema.ts'

/** Invented remarks by invented people. */
export const demo = async (world: World<ExampleTables>) => {
  const lines = [
    { author: cast.amina.id, text: 'Les horaires du samedi matin nous arrangent bien.', day: addDays(world.today, -3) },
    { author: cast.louis.id, text: 'Peut-on prévoir une entrée sans marche ?', day: addDays(world.today, -1) },
  ]
  for (const line of lines) await addRemark(world.db, world.body.id, { ...line, at: `${line.day}T10:00:00Z` })
}
