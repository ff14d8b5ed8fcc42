import type { PersonalData } from '#kernel/service'
import { forgetActor } from './queries/lots.ts'
import { forgetVolunteer, volunteeredBy } from './queries/panels.ts'

const task = { fr: 'Mission d’intérêt public', en: 'Public interest' }
/** A number stays in tickets already published, so that the draw can be drawn again; nothing says whose it was. */
export const personalData: PersonalData = {
  held: [
    {
      what: {
        fr: 'Volontaires d’un panel : catégories choisies, adresse si elle sert de règle, nom s’ils sont venus par fichier',
        en: 'Volunteers of a panel: categories chosen, address when a rule needs it, name when they came by file',
      },
      basis: { fr: 'Consentement : l’inscription', en: 'Consent: the registration' },
      kept: { fr: 'Un an après le dernier jour d’inscription', en: 'One year after the last day to register' },
    },
    {
      what: {
        fr: 'Qui a préparé un tirage, entré le hasard, accepté un assouplissement',
        en: 'Who prepared a draw, entered chance, accepted a loosening',
      },
      basis: task,
      kept: {
        fr: 'L’acte reste ; le nom disparaît si la personne est effacée',
        en: 'The act stays; the name goes when the person is erased',
      },
    },
  ],
  columns: {
    'draws.lot.made_by': 'anonymised',
    'draws.seed.entered_by': 'anonymised',
    'draws.panel.made_by': 'anonymised',
    'draws.relaxation.accepted_by': 'anonymised',
    'draws.volunteer.person_id': 'anonymised',
    'draws.volunteer.added_by': 'anonymised',
    'draws.computation.asked_by': 'anonymised',
    'draws.refusal.noted_by': 'anonymised',
  },
  erase: async ({ db, body }, person) => {
    await forgetVolunteer(db, body.id, person)
    await forgetActor(db, body.id, person)
  },
  export: ({ db, body }, person) => volunteeredBy(db, body.id, person),
}
