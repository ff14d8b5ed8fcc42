import type { World } from '#kernel/service'
import { changeSetting } from '#kernel/settings'

const publisher = {
  publisher: 'Commune de Val-sur-Yvette (inventée)',
  address: '1 place de la Mairie, 91000 Val-sur-Yvette',
  phone: '01 99 00 00 00', // a range that the numbering authority keeps for fiction
  email: 'mairie@exemple.fr',
  director: 'La maire de Val-sur-Yvette (inventée)',
  host: 'Cet ordinateur, le temps de la démonstration',
  officer: 'Denise Okoye, denise@exemple.fr',
}

/** The invented commune says who it is. */
export const demo = async (world: World) => {
  for (const [key, value] of Object.entries(publisher)) await changeSetting(world, 'portal', key, value)
}
