import { sql } from '#kernel/db'
import type { KernelTables, World } from '#kernel/service'
import type { MeasureTables } from '../schema.ts'
import { closeProposal, fileProposal, readProposalOf } from './queries/proposals.ts'

type Here = World<MeasureTables & KernelTables>

/** Two invented proposals: one that waits for the town hall, one refused. Who and when are given by `at`. */
export const inventProposals = async (at: (daysAgo: number, name: 'mathilde' | 'louis' | 'paul') => Here) => {
  const waiting = at(5, 'mathilde')
  await fileProposal(waiting, authorOf(waiting), {
    title: 'Une grainothèque dans chaque quartier',
    text: 'La commune installe quatre meubles où chacun dépose et prend des graines.\n\nLes associations de jardiniers les tiennent ; la commune fournit les meubles.',
    reason: 'Les graines anciennes se perdent, et les jardins partagés en manquent au printemps.',
    origin: '',
  })
  const asked = at(20, 'louis')
  const id = await fileProposal(asked, authorOf(asked), {
    title: 'Rouvrir le passage à niveau de la rue du Moulin',
    text: 'Le passage à niveau fermé en 2019 est rouvert aux piétons.',
    reason: 'Le détour fait douze minutes à pied.',
    origin: '',
  })
  const deciding = at(9, 'paul')
  const proposal = await readProposalOf(deciding, id)
  if (proposal)
    await closeProposal(deciding, proposal, 'refused', 'Le passage appartient au réseau ferré, qui l’a condamné après deux accidents.')
}
const authorOf = ({ actor }: Here) => ({ personId: actor.personId ?? '', college: actor.college ?? ('users' as const) })

/** A value for `:proposedMeasure`: one that waits for the town hall. */
export const proposalSamples = async ({ db, body }: Pick<Here, 'db' | 'body'>): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await sql<{ proposedMeasure: string }>`
    select p.id::text as "proposedMeasure" from measures.proposal p where p.body_id = ${body.id}
    order by exists (select from measures.proposal_decision d where d.body_id = p.body_id and d.proposal_id = p.id), p.id limit 1`.execute(
    db,
  )
  return { ...rows[0] }
}
