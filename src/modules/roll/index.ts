import { sql } from '#kernel/db'
import { member } from '#kernel/demonstration'
import { defineService } from '#kernel/service'
import { demo } from './demo.ts'
import { personalData, retention } from './personalData.ts'
import { rulesOf } from './queries/rollRules.ts'
import { routes } from './routes.tsx'
import type { Here } from './schema.ts'

/** Who may take part in what, by rules the commune publishes; and one mark per person and per act, whatever the channel. */
export const roll = defineService({
  id: 'roll',
  path: '/liste-de-participation',
  title: { fr: 'Liste de participation', en: 'Participation roll' },
  navigation: {
    section: 'decide',
    order: 70,
    about: {
      fr: 'Qui peut prendre part à quoi, par des règles publiées.',
      en: 'Who may take part in what, by published rules.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  personalData,
  retention,
  demo,
  openData: [
    {
      id: 'regles-de-participation',
      title: { fr: 'Règles de la liste de participation', en: 'Rules of the participation roll' },
      columns: {
        regle: { fr: 'Numéro de la règle', en: 'Number of the rule', type: 'integer' },
        nom: { fr: 'Nom', en: 'Name', type: 'text' },
        age_minimal: { fr: 'Âge minimal ; vide : aucun', en: 'Minimum age; empty: none', type: 'integer' },
        domicile: { fr: 'Domicile demandé', en: 'Residence asked', type: 'text' },
        college: { fr: 'Collège', en: 'College', type: 'text' },
        association: { fr: 'Être membre d’une association', en: 'Being a member of an association', type: 'boolean' },
        identite: { fr: 'Pièce d’identité vue', en: 'Identity document seen', type: 'boolean' },
        publiee: { fr: 'Publiée le', en: 'Published on', type: 'datetime' },
        retiree: { fr: 'Retirée le', en: 'Withdrawn on', type: 'datetime' },
      },
      rows: async world =>
        (
          await sql<Record<string, unknown>>`select id as regle, name as nom, minimum_age as age_minimal, residence as domicile, college,
            association, identity as identite, published_at as publiee, withdrawn_at as retiree
            from roll.rule where body_id = ${world.body.id} and published_at is not null order by id`.execute(world.db)
        ).rows,
    },
  ],
  search: [
    {
      id: 'roll',
      label: { fr: 'Liste de participation', en: 'Participation roll' },
      find: async (world: Here, asked, limit) =>
        (await rulesOf(world.db, world.body.id, { drafts: false }, { size: limit, start: 0 }))
          .filter(rule => rule.name.toLowerCase().includes(asked.toLowerCase()))
          .map(rule => ({
            title: rule.name,
            url: `/liste-de-participation/${rule.id}`,
            excerpt: rule.explanation.slice(0, 200),
            rank: 0.5,
          })),
    },
  ],
  samples: async (world: Here) => {
    const [rule] = await rulesOf(world.db, world.body.id, { drafts: false }, { size: 1, start: 0 })
    return { rollRule: rule?.id ?? '1', provenPerson: member('amina').id }
  },
})

export { mayTakePart, rulesInForce } from './mayTakePart.ts'
export { markAct, type Mark, type Marked, markedThrough, markOf, revokeAct, turnoutOf } from './queries/marks.ts'
export { knownPerson, peopleNamed } from './queries/proofs.ts'
export { type Rule, ruleById } from './queries/rollRules.ts'
export { conditionsIn } from './pages/conditionsOf.ts'
export { StandingPanel } from './pages/StandingPanel.tsx'
export { type Channel, refusals, type Standing } from './rules/standing.ts'
export type { RuleId } from './schema.ts'
