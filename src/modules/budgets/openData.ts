import { sql } from '#kernel/db'
import type { OpenDataSet } from '#kernel/service'
import { readBallots } from './queries/ballots.ts'
import { readBudgets } from './queries/budgets.ts'

const budget = { fr: 'Numéro du budget', en: 'Number of the budget', type: 'integer' } as const
const isShown = sql`not exists (select from moderation.content k where k.body_id = i.body_id and k.subject = 'budget-idea:' || i.id and k.state <> 'visible')`

/** Ideas with what became of them, and ballots without names once the vote is closed. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'budgets-participatifs-idees',
    title: { fr: 'Idées des budgets participatifs', en: 'Ideas of participatory budgets' },
    columns: {
      budget,
      idea: { fr: 'Numéro de l’idée', en: 'Number of the idea', type: 'integer' },
      title: { fr: 'Titre', en: 'Title', type: 'text' },
      text: { fr: 'Texte', en: 'Text', type: 'text' },
      sector: { fr: 'Secteur', en: 'Sector', type: 'text' },
      place: { fr: 'Lieu', en: 'Place', type: 'text' },
      latitude: { fr: 'Latitude', en: 'Latitude', type: 'number' },
      longitude: { fr: 'Longitude', en: 'Longitude', type: 'number' },
      proposed_at: { fr: 'Proposée le', en: 'Proposed at', type: 'datetime' },
      study: { fr: 'Dernière étude', en: 'Last study', type: 'text' },
      reason: { fr: 'Raison de l’étude', en: 'Reason of the study', type: 'text' },
      cost: { fr: 'Coût étudié, en euros', en: 'Studied cost, in euros', type: 'number' },
      merged_into: { fr: 'Réunie dans l’idée', en: 'Merged into idea', type: 'integer' },
      measure: { fr: 'Mesure qu’elle est devenue', en: 'Measure it became', type: 'integer' },
    },
    rows: async world =>
      (
        await sql<
          Record<string, unknown>
        >`select i.budget_id as budget, i.id as idea, i.title, i.text, c.name as sector, i.place_text as place, i.latitude,
          i.longitude, i.proposed_at, s.outcome as study, s.reason, (s.cost_cents / 100.0)::float8 as cost, m.into_id as merged_into,
          (select k.measure_id from budgets.measure k where k.body_id = i.body_id and k.idea_id = i.id) as measure
        from budgets.idea i
        join budgets.budget b on b.body_id = i.body_id and b.id = i.budget_id and b.published_at is not null
        left join budgets.sector c on c.body_id = i.body_id and c.id = i.sector_id
        left join budgets.merge m on m.body_id = i.body_id and m.idea_id = i.id
        left join lateral (select * from budgets.study s where s.body_id = i.body_id and s.idea_id = i.id order by s.id desc limit 1) s on true
        where i.body_id = ${world.body.id} and ${isShown} order by i.id`.execute(world.db)
      ).rows,
  },
  {
    id: 'budgets-participatifs-bulletins',
    title: { fr: 'Bulletins des budgets participatifs, sans nom', en: 'Ballots of participatory budgets, without names' },
    columns: {
      budget,
      ballot: { fr: 'Nom de hasard du bulletin', en: 'Random name of the ballot', type: 'text' },
      channel: { fr: 'Chemin', en: 'Channel', type: 'text' },
      choices: { fr: 'Projets choisis, avec leurs points s’il y en a', en: 'Projects chosen, with points if any', type: 'text' },
    },
    rows: async function* (world) {
      for (const { id, isCounted } of await readBudgets(world)) {
        if (!isCounted) continue
        for (const { pseudonym, channel, choices } of await readBallots(world, id))
          yield {
            budget: id,
            ballot: pseudonym,
            channel,
            choices: Object.entries(choices)
              .map(([project, given]) => (given === 1 ? project : `${project}:${given}`))
              .join(' '),
          }
      }
    },
  },
]
