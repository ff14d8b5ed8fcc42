import type { OpenDataSet } from '#kernel/service'
import { type Commitment, latestOf, standingOf } from './commitment.ts'
import { mandateLines } from './mandate.ts'
import { commitmentsAfter } from './queries.ts'
import { milestoneState } from './rules/milestones.ts'

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
  {
    id: 'engagements-etapes',
    title: { fr: 'Étapes de chaque engagement', en: 'Steps of each commitment' },
    columns: {
      engagement: number,
      etape: { fr: 'Étape', en: 'Step', type: 'text' },
      date_promise_au_depart: { fr: 'Date, au départ', en: 'Day, at first', type: 'date' },
      date_promise: { fr: 'Date, reports compris', en: 'Day, delays included', type: 'date' },
      etat: { fr: 'ahead, late, done, done-late ou dropped', en: 'ahead, late, done, done-late or dropped', type: 'text' },
      terminee_le: { fr: 'Terminée le', en: 'Ended on', type: 'date' },
    },
    async *rows(world) {
      for await (const { id, milestones } of everyOne(world))
        for (const milestone of milestones)
          yield {
            engagement: id,
            etape: milestone.title,
            date_promise_au_depart: milestone.firstDueOn,
            date_promise: milestone.dueOn,
            etat: milestoneState(milestone, world.today),
            terminee_le: milestone.ended?.on ?? null,
          }
    },
  },
  {
    id: 'engagements-argent',
    title: { fr: 'Argent voté et dépensé pour chaque engagement', en: 'Money voted and spent for each commitment' },
    columns: {
      engagement: number,
      sorte: { fr: 'voted : voté ; spent : dépensé', en: 'voted or spent', type: 'text' },
      jour: { fr: 'Jour', en: 'Day', type: 'date' },
      montant_centimes: { fr: 'Montant, en centimes d’euro', en: 'Amount, in euro cents', type: 'integer' },
      objet: { fr: 'Ligne du budget, ou ce qui a été payé', en: 'Budget line, or what was paid for', type: 'text' },
      source: { fr: 'D’où vient le montant', en: 'Where the amount comes from', type: 'text' },
    },
    async *rows(world) {
      for await (const { id, money } of everyOne(world))
        for (const { kind, on, cents, label, source } of money)
          yield { engagement: id, sorte: kind, jour: on, montant_centimes: cents, objet: label, source }
    },
  },
  {
    id: 'mandat',
    title: { fr: 'Tableau de bord du mandat', en: 'Dashboard of the mandate' },
    columns: {
      mesure: { fr: 'Numéro de la mesure', en: 'Number of the measure', type: 'integer' },
      titre: { fr: 'Titre', en: 'Title', type: 'text' },
      theme: { fr: 'Partie du programme', en: 'Part of the programme', type: 'text' },
      etape: { fr: 'Étape de la mesure', en: 'Stage of the measure', type: 'text' },
      etape_depuis: { fr: 'Depuis', en: 'Since', type: 'datetime' },
      etat: {
        fr: 'late, unpromised, in-time, kept, shaping ou closed',
        en: 'late, unpromised, in-time, kept, shaping or closed',
        type: 'text',
      },
      engagements: { fr: 'Nombre d’engagements', en: 'Number of commitments', type: 'integer' },
      en_retard: { fr: 'Nombre d’engagements en retard', en: 'Number of commitments late', type: 'integer' },
      vote_centimes: { fr: 'Argent voté, en centimes d’euro', en: 'Money voted, in euro cents', type: 'integer' },
      depense_centimes: { fr: 'Argent dépensé, en centimes d’euro', en: 'Money spent, in euro cents', type: 'integer' },
    },
    rows: async world =>
      (await mandateLines(world, {})).map(line => ({
        mesure: line.id,
        titre: line.title,
        theme: line.theme?.title ?? null,
        etape: line.stage,
        etape_depuis: line.stageSince,
        etat: line.state,
        engagements: line.commitments.length,
        en_retard: line.late.length,
        vote_centimes: line.spending.voted,
        depense_centimes: line.spending.spent,
      })),
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
