import { isVisibleTo, moderationOf } from '#engines/moderation'
import type { OpenDataSet } from '#kernel/world'
import { type Clock, clocksAfter } from './clocks.ts'
import { standing } from './rules.ts'

const everyone = { personId: null, roles: new Set<string>() }

/** What the town hall owed and answered, in time or not: one line per answer due. */
export const answersSet: OpenDataSet = {
  id: 'reponses',
  title: { fr: 'Réponses dues et données par la mairie', en: 'Answers owed and given by the town hall' },
  columns: {
    numero: { fr: 'Numéro de la réponse due', en: 'Number of the answer due', type: 'integer' },
    objet: { fr: 'Ce qui reçoit une réponse : sorte et numéro', en: 'What is answered: kind and number', type: 'text' },
    titre: { fr: 'Titre', en: 'Title', type: 'text' },
    sorte: {
      fr: 'first : première réponse ; study : après étude ; appeal : après appel',
      en: 'first: first answer; study: after study; appeal: after appeal',
      type: 'text',
    },
    motif: {
      fr: 'threshold : assez de soutiens ; question ; study ; appeal',
      en: 'threshold: enough supports; question; study; appeal',
      type: 'text',
    },
    demandee_le: { fr: 'Jour de la demande', en: 'Day asked', type: 'date' },
    due_le: { fr: 'Dernier jour pour répondre', en: 'Last day to answer', type: 'date' },
    donnee_le: { fr: 'Jour de la réponse', en: 'Day answered', type: 'date' },
    jours_de_retard: { fr: 'Jours de retard à ce jour, ou de la réponse', en: 'Days late today, or when answered', type: 'integer' },
    decision: { fr: 'taken-up, partly, refused ou to-be-studied', en: 'taken-up, partly, refused or to-be-studied', type: 'text' },
    reponse: { fr: 'Texte de la réponse', en: 'Text of the answer', type: 'text' },
    fonction: { fr: 'Fonction de la personne qui signe', en: 'Function of the person who signs', type: 'text' },
  },
  async *rows(world) {
    for (let after = '0'; ;) {
      const clocks = await clocksAfter(world, after, 500)
      const moderated = await moderationOf(
        world.db,
        world.body.id,
        clocks.map(clock => clock.subject),
      )
      for (const clock of clocks) yield line(clock, isVisibleTo(moderated.get(clock.subject), everyone), world.today)
      const last = clocks.at(-1)
      if (!last) return
      after = last.id
    }
  },
}

const line = (clock: Clock, isVisible: boolean, today: string) => {
  const { state, days } = standing({ dueOn: clock.dueOn, answeredOn: clock.answer?.answeredOn ?? null }, today)
  return {
    numero: clock.id,
    objet: clock.subject,
    titre: isVisible ? clock.title : '',
    sorte: clock.kind,
    motif: clock.reason,
    demandee_le: clock.openedOn,
    due_le: clock.dueOn,
    donnee_le: clock.answer?.answeredOn ?? null,
    jours_de_retard: state === 'awaited' ? 0 : days,
    decision: clock.answer?.verdict ?? null,
    reponse: clock.answer?.text ?? null,
    fonction: clock.answer?.signedFunction ?? null,
  }
}
