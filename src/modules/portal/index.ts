import { defineService } from '#kernel/service'
import { demo } from './demo.ts'
import { parametersSet } from './parametersSet.ts'
import { routes } from './routes.tsx'
import { settings } from './settings.ts'

/** Where everyone arrives: what every service contributes is gathered here, with the pages that the law and trust ask for. */
export const portal = defineService({
  id: 'portal',
  path: '/',
  title: { fr: 'Accueil', en: 'Home' },
  routes,
  personalData: 'none',
  openData: [parametersSet],
  settings,
  demo,
  samples: async () => ({ dataset: 'parametres.csv' }),
})
