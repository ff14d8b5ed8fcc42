import { sql } from '#kernel/db'
import type { OpenDataSet } from '#kernel/service'
import { lineColumns, lineTables, visibleLine } from './queries/readLines.ts'

const service = { fr: 'Numéro du service', en: 'Number of the service', type: 'integer' } as const
const need = { fr: 'Numéro de la ligne', en: 'Number of the line', type: 'integer' } as const

/** Lines, their life, and rounds; colleges, never names. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'besoins-des-services',
    title: { fr: 'Besoins et adaptations des services publics', en: 'Needs and adaptations of the public services' },
    columns: {
      need,
      service,
      round: { fr: 'Numéro de l’état des besoins', en: 'Number of the round', type: 'integer' },
      kind: { fr: 'Ce qui marche (works) ou ne va pas (fails)', en: 'What works or fails', type: 'text' },
      what: { fr: 'Ce qui est dit', en: 'What is said', type: 'text' },
      audience: { fr: 'Pour qui', en: 'For whom', type: 'text' },
      place: { fr: 'Quand, où', en: 'When, where', type: 'text' },
      change: { fr: 'Changement proposé', en: 'Change proposed', type: 'text' },
      evidence: { fr: 'Page qui le montre', en: 'Page that shows it', type: 'text' },
      college: { fr: 'Collège de l’auteur', en: 'College of the author', type: 'text' },
      stated_at: { fr: 'Dit le', en: 'Stated at', type: 'datetime' },
      state: { fr: 'État', en: 'State', type: 'text' },
      grouped_into: { fr: 'Regroupée dans la ligne', en: 'Grouped into line', type: 'integer' },
      users: { fr: 'Usagers qui le constatent aussi', en: 'Users who see it too', type: 'integer' },
      agents: { fr: 'Agents qui le constatent aussi', en: 'Agents who see it too', type: 'integer' },
      elected: { fr: 'Élus qui le constatent aussi', en: 'Elected members who see it too', type: 'integer' },
    },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select id as need, service, round, kind, what, audience, place, change, evidence, college, at as stated_at, state, "into" as grouped_into,
        (agreements->>'users')::integer as users, (agreements->>'agents')::integer as agents, (agreements->>'elected')::integer as elected
      from (select ${lineColumns} from ${lineTables} where l.body_id = ${world.body.id} and ${visibleLine}) shown order by id`.execute(
          world.db,
        )
      ).rows,
  },
  {
    id: 'vie-des-besoins',
    title: { fr: 'Ce que deviennent les besoins', en: 'What becomes of the needs' },
    columns: {
      need,
      step: { fr: 'Étape', en: 'Step', type: 'text' },
      happened_on: { fr: 'Jour', en: 'Day', type: 'date' },
      reason: { fr: 'Raison', en: 'Reason', type: 'text' },
      before_text: { fr: 'Avant', en: 'Before', type: 'text' },
      after_text: { fr: 'Après', en: 'After', type: 'text' },
      effect: { fr: 'Effet : met, partly ou not-met', en: 'Effect: met, partly or not-met', type: 'text' },
    },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select s.line_id as need, s.step, s.happened_on, s.reason, s.before_text, s.after_text, s.effect from needs.step s
      join needs.line l on l.body_id = s.body_id and l.id = s.line_id
      where s.body_id = ${world.body.id} and ${visibleLine} order by s.line_id, s.id`.execute(world.db)
      ).rows,
  },
  {
    id: 'etats-des-besoins',
    title: { fr: 'États des besoins', en: 'Rounds of needs' },
    columns: {
      round: { fr: 'Numéro', en: 'Number', type: 'integer' },
      service,
      title: { fr: 'Titre', en: 'Title', type: 'text' },
      opens_on: { fr: 'Premier jour', en: 'First day', type: 'date' },
      closes_on: { fr: 'Dernier jour, inclus', en: 'Last day, included', type: 'date' },
      conclusion: { fr: 'Conclusion de la mairie', en: 'Conclusion of the town hall', type: 'text' },
      closed_at: { fr: 'Conclu le', en: 'Concluded at', type: 'datetime' },
    },
    rows: async world =>
      (
        await sql<Record<string, unknown>>`
      select id as round, service_id as service, title, opens_on, closes_on, conclusion, closed_at from needs.round where body_id = ${world.body.id} order by id`.execute(
          world.db,
        )
      ).rows,
  },
]
