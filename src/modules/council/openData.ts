import { sql } from '#kernel/db'
import type { OpenDataSet } from '#kernel/service'
import { scdlRecords } from './exports/scdlRecords.ts'
import type { Here } from './schema.ts'

const text = (fr: string, en: string) => ({ fr, en, type: 'text' as const })
const integer = (fr: string, en: string) => ({ fr, en, type: 'integer' as const })
const date = (fr: string, en: string) => ({ fr, en, type: 'date' as const })

/** The SCDL file of deliberations, the register of their publication, and who sits. Names of members are those of a public office. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'deliberations-scdl',
    title: { fr: 'Délibérations du conseil municipal (SCDL 2.1.5)', en: 'Deliberations of the council (SCDL 2.1.5)' },
    columns: {
      COLL_NOM: text('Nom de la collectivité', 'Name of the body'),
      COLL_SIRET: text('SIRET de la collectivité', 'SIRET number of the body'),
      DELIB_ID: text('Numéro de la délibération', 'Number of the deliberation'),
      DELIB_DATE: date('Date de la séance', 'Day of the session'),
      DELIB_MATIERE_CODE: text('Code de matière ACTES ; « 7.10 » est un texte', 'ACTES matter code; “7.10” is a text'),
      DELIB_MATIERE_NOM: text('Matière', 'Matter'),
      DELIB_OBJET: text('Objet', 'Subject'),
      BUDGET_ANNEE: text('Année du budget', 'Year of the budget'),
      BUDGET_NOM: text('Nom du budget', 'Name of the budget'),
      PREF_ID: text('Préfecture', 'Prefecture'),
      PREF_DATE: date('Réception par la préfecture', 'Received by the prefecture'),
      VOTE_EFFECTIF: integer('Membres en exercice, moins ceux qui se sont retirés', 'Members in office, less those who withdrew'),
      VOTE_REEL: integer('Voix exprimées, abstentions et blancs compris', 'Voices, abstentions and blank papers included'),
      VOTE_POUR: integer('Pour', 'For'),
      VOTE_CONTRE: integer('Contre', 'Against'),
      VOTE_ABSTENTION: integer('Abstentions, bulletins blancs et nuls compris', 'Abstentions, blank and void papers included'),
      DELIB_URL: text('Texte intégral', 'Full text'),
    },
    rows: (world: Here) => scdlRecords(world),
  },
  {
    id: 'conseil-registre',
    title: { fr: 'Registre de publication des délibérations', en: 'Register of publication of deliberations' },
    columns: {
      label: text('Numéro', 'Number'),
      version: integer('Version', 'Version'),
      title: text('Objet', 'Subject'),
      reason: text('Raison de la correction', 'Why it was corrected'),
      published_at: { fr: 'Mise en ligne', en: 'Put on line', type: 'datetime' },
      sha256: text('Empreinte SHA-256 du fichier', 'SHA-256 digest of the file'),
    },
    rows: async ({ db, body }: Here) =>
      (
        await sql<Record<string, unknown>>`
        select label, version, title, reason, published_at, digest as sha256 from council.publication
        where body_id = ${body.id} order by published_at, deliberation_id, version`.execute(db)
      ).rows,
  },
  {
    id: 'conseil-membres',
    title: { fr: 'Membres du conseil municipal', en: 'Members of the council' },
    columns: {
      id: integer('Numéro du mandat', 'Number of the mandate'),
      name: text('Nom', 'Name'),
      function: text('Fonction', 'Function'),
      rank: integer('Rang', 'Rank'),
      portfolio: text('Délégation', 'Portfolio'),
      bloc: text('Groupe', 'Group'),
      since: date('Début', 'Start'),
      until: date('Fin', 'End'),
    },
    rows: async ({ db, body }: Here) =>
      (
        await sql<Record<string, unknown>>`
        select m.id, case when p.erased_at is null then p.name else '' end as name, m.function, m.rank, m.portfolio, m.bloc, m.since, m.until
        from council.mandate m join kernel.person p on p.id = m.person_id where m.body_id = ${body.id} order by m.id`.execute(db)
      ).rows,
  },
]
