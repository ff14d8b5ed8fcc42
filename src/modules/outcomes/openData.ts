import type { OpenDataSet } from '#kernel/service'
import { gatherOutcomes } from './gather.ts'
import { standingOf } from './rules/standing.ts'

const day = (fr: string, en: string) => ({ fr, en, type: 'date' }) as const
const text = (fr: string, en: string) => ({ fr, en, type: 'text' }) as const
/** As many as are written for reuse, in each room. */
const most = 100_000

/** Every thread, as the pages show them; names are those already public. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'vous-avez-dit',
    title: { fr: 'Vous avez dit, nous avons fait', en: 'You said, we did' },
    columns: {
      thread: text('Fil', 'Thread'),
      title: text('Titre', 'Title'),
      service: text('Numéro du service', 'Number of the service'),
      measure: text('Numéro de la mesure', 'Number of the measure'),
      standing: text('Où il en est', 'Where it stands'),
      said_on: day('Dit le', 'Said on'),
      decided_on: day('Décidé le', 'Decided on'),
      decided: text('Décision', 'Decision'),
      done_on: day('Fait le', 'Done on'),
      done: text('Ce qui a été fait', 'What was done'),
      measured_on: day('Mesuré le', 'Measured on'),
      measured: text('Effet mesuré', 'Effect measured'),
      due_on: day('Attendu au plus tard le', 'Expected by'),
    },
    rows: async (world, rooms = []) =>
      (await gatherOutcomes(rooms, world, { service: null, measure: null }, most)).map(thread => ({
        thread: thread.id,
        title: thread.title,
        service: thread.service,
        measure: thread.measure,
        standing: standingOf(thread, world.today),
        said_on: thread.said?.on,
        decided_on: thread.decided?.on,
        decided: thread.decided?.text,
        done_on: thread.done?.on,
        done: thread.done?.text,
        measured_on: thread.measured?.on,
        measured: thread.measured?.text,
        due_on: thread.dueOn,
      })),
  },
]
