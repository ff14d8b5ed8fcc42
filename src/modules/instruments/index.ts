import { defineService } from '#kernel/service'
import { calendar, changes, home, openData, outcomes, petitionSample, related, search } from './contributions.ts'
import { demo } from './demo.ts'
import { personalData } from './personalData.ts'
import { legalFiles } from './queries/files.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { instrumentsSettings } from './settings.ts'

/** The ways the law opens to weigh on a decision: petition, local consultation, local referendum, participation; each with its dates and its papers. */
export const instruments = defineService({
  id: 'instruments',
  path: '/demarches-citoyennes',
  title: { fr: 'Pétitions, consultations, référendums', en: 'Petitions, consultations, referendums' },
  navigation: {
    section: 'decide',
    order: 60,
    about: {
      fr: 'Pétition, consultation, référendum local : ce que la loi permet, et les dates à tenir.',
      en: 'Petition, consultation, local referendum: what the law allows, and the dates to keep.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  personalData,
  retention,
  settings: instrumentsSettings,
  home,
  search,
  changes,
  calendar,
  related,
  outcomes,
  openData,
  demo,
  samples: async world => {
    const [file] = await legalFiles(world, { size: 1, start: 0 })
    return {
      petition: (await petitionSample(world)) ?? '1',
      legalFile: file?.id ?? '1',
      legalPaper: 'deliberation',
      instrument: 'referendum',
    }
  },
})
