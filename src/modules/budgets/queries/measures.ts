import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { KernelTables, World } from '#kernel/service'
import { fileProposal, type MeasureTables, publishProposal, readProposalOf } from '#modules/measures'
import type { Here } from '../schema.ts'
import { type Idea, tell } from './ideas.ts'
import { ideaPath, ideaSubject } from '../rules/sitePath.ts'

/** A winner becomes a measure of the commune, its author credited, that says where it comes from. @returns the measure */
export const makeMeasure = async (world: Here, idea: Idea, reason: string): Promise<string> => {
  const measures = world as unknown as World<MeasureTables & KernelTables> // the measures write their own tables
  const personId = idea.authorId ?? world.actor.personId ?? ''
  const filed = await fileProposal(
    measures,
    { personId, college: idea.college },
    { title: idea.title, text: idea.text, reason, origin: ideaPath(idea.id) },
  )
  const proposal = await readProposalOf(measures, filed)
  if (!proposal) throw new Error('The measure that was just proposed cannot be read.')
  const measure = await publishProposal(measures, proposal, null, reason)
  await sql`insert into budgets.measure (body_id, idea_id, measure_id, made_by, made_at)
    values (${world.body.id}, ${idea.id}, ${measure}, ${world.actor.personId}, ${world.now})`.execute(world.db)
  await record(world, 'budget.measure-made', {
    subject: ideaSubject(idea.id),
    content: { idea: idea.id, measure, notify: tell(idea, `/mesures/${measure}`, 'measure') },
  })
  return measure
}
