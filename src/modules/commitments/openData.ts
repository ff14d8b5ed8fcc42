import type { OpenDataSet } from '#kernel/service'
import { type Commitment, latestOf, standingOf } from './commitment.ts'
import { commitmentsAfter } from './queries.ts'

const number = { fr: 'Numéro de l’engagement', en: 'Number of the commitment', type: 'integer' } as const

/** What was promised and what was measured, kept or not. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'engagements',
    title: { fr: 'Engagements pris par les décisions', en: 'Commitments made by decisions' },
    columns: {
      numero: number,
      titre: { fr: 'Titre', en: 'Title', type: 'text' },
      decision: { fr: 'Ce qui l’a promis : sorte et numéro', en: 'What promised it: kind and number', type: 'text' },
      decision_titre: { fr: 'Titre de la décision', en: 'Title of the decision', type: 'text' },
      comite: { fr: 'Numéro du comité', en: 'Number of the committee', type: 'integer' },
      service: { fr: 'Numéro du service', en: 'Number of the service', type: 'integer' },
      mesure: { fr: 'Numéro de la mesure', en: 'Number of the measure', type: 'integer' },
      responsable: { fr: 'Fonction de qui en répond', en: 'Function of who answers for it', type: 'text' },
      indicateur: { fr: 'Ce que l’on mesure', en: 'What is measured', type: 'text' },
      unite: { fr: 'Unité', en: 'Unit', type: 'text' },
      sens: { fr: 'at-most : au plus ; at-least : au moins', en: 'at-most or at-least', type: 'text' },
      cible: { fr: 'Cible', en: 'Target', type: 'number' },
      source: { fr: 'D’où viennent les chiffres', en: 'Where the figures come from', type: 'text' },
      pris_le: { fr: 'Jour de l’engagement', en: 'Day of the commitment', type: 'date' },
      date_promise_au_depart: { fr: 'Dernier jour, au départ', en: 'Last day, at first', type: 'date' },
      date_promise: { fr: 'Dernier jour, reports compris', en: 'Last day, delays included', type: 'date' },
      etat: {
        fr: 'in-time, at-risk, kept, missed ou withdrawn',
        en: 'in-time, at-risk, kept, missed or withdrawn',
        type: 'text',
      },
      dernier_chiffre: { fr: 'Dernier chiffre', en: 'Latest figure', type: 'number' },
      dernier_chiffre_le: { fr: 'Jour du dernier chiffre', en: 'Day of the latest figure', type: 'date' },
    },
    async *rows(world) {
      for await (const commitment of everyOne(world)) yield line(commitment, world.today)
    },
  },
  {
    id: 'engagements-releves',
    title: { fr: 'Chiffres relevés pour chaque engagement', en: 'Figures read for each commitment' },
    columns: {
      engagement: number,
      jour: { fr: 'Jour du chiffre', en: 'Day of the figure', type: 'date' },
      valeur: { fr: 'Valeur', en: 'Value', type: 'number' },
      source: { fr: 'D’où vient le chiffre', en: 'Where the figure comes from', type: 'text' },
      releve_le: { fr: 'Relevé le', en: 'Recorded at', type: 'datetime' },
    },
    async *rows(world) {
      for await (const { id, readings } of everyOne(world))
        for (const { on, value, source, at } of readings) yield { engagement: id, jour: on, valeur: value, source, releve_le: at }
    },
  },
]

async function* everyOne(world: Parameters<typeof commitmentsAfter>[0]) {
  for (let after = '0'; ;) {
    const found = await commitmentsAfter(world, after, 200)
    yield* found
    const last = found.at(-1)
    if (!last) return
    after = last.id
  }
}

const line = (commitment: Commitment, today: string) => {
  const last = latestOf(commitment, today)
  return {
    numero: commitment.id,
    titre: commitment.title,
    decision: commitment.decision,
    decision_titre: commitment.decisionTitle,
    comite: commitment.committee,
    service: commitment.service,
    mesure: commitment.measure,
    responsable: commitment.ownerKind === 'service' ? commitment.ownerName : commitment.ownerFunction,
    indicateur: commitment.indicator,
    unite: commitment.unit,
    sens: commitment.direction,
    cible: commitment.target,
    source: commitment.source,
    pris_le: commitment.madeOn,
    date_promise_au_depart: commitment.firstDueOn,
    date_promise: commitment.dueOn,
    etat: standingOf(commitment, today),
    dernier_chiffre: last?.value ?? null,
    dernier_chiffre_le: last?.on ?? null,
  }
}
