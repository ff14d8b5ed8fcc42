import { z } from 'zod'
import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { College } from '#kernel/people'
import type { AnyWorld } from '#kernel/world'
import type { CostLine } from '../rules/reading.ts'
import type { StudyOutcome } from '../rules/terms.ts'
import type { Here, IdeaId } from '../schema.ts'
import { type Idea, tell } from './ideas.ts'
import { ideaPath, ideaSubject } from '../rules/sitePath.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>

const Lines = z.array(z.object({ label: z.string(), cents: z.number() }))

export interface Study {
  readonly id: string
  readonly outcome: StudyOutcome
  readonly reason: string
  /** The function in whose name it is said. */
  readonly saidAs: string
  readonly lines: readonly CostLine[]
  readonly costCents: number | null
  readonly by: string | null
  readonly at: string
  readonly appeal: { readonly text: string; readonly by: string | null; readonly at: string } | null
  readonly answer: {
    readonly outcome: 'maintained' | 'reopened'
    readonly reason: string
    readonly by: string | null
    readonly at: string
  } | null
}

/** Every study of an idea, the first one first. */
export const readStudies = async ({ db, body }: Where, idea: IdeaId): Promise<readonly Study[]> => {
  const { rows } = await sql<Study>`
    select s.id, s.outcome, s.reason, s.said_as as "saidAs", s.lines, s.cost_cents::float8 as "costCents",
      (select p.name from kernel.person p where p.id = s.written_by) as by, s.written_at as at,
      case when a.study_id is null then null else jsonb_build_object('text', a.text, 'at', a.filed_at,
        'by', (select p.name from kernel.person p where p.id = a.author_id)) end as appeal,
      case when n.study_id is null then null else jsonb_build_object('outcome', n.outcome, 'reason', n.reason, 'at', n.written_at,
        'by', (select p.name from kernel.person p where p.id = n.written_by)) end as answer
    from budgets.study s
    left join budgets.appeal a on a.body_id = s.body_id and a.study_id = s.id
    left join budgets.appeal_answer n on n.body_id = s.body_id and n.study_id = s.id
    where s.body_id = ${body.id} and s.idea_id = ${idea} order by s.id limit 50`.execute(db)
  return rows.map(row => ({ ...row, lines: Lines.parse(row.lines) }))
}

/** Writes what the agents found. The cost is the sum of its lines. */
export const addStudy = async (
  world: Here,
  idea: Pick<Idea, 'id' | 'title' | 'budget'>,
  study: Pick<Study, 'outcome' | 'reason' | 'saidAs' | 'lines'>,
): Promise<void> => {
  const cost = study.outcome === 'admissible' ? study.lines.reduce((sum, { cents }) => sum + cents, 0) : null
  await sql`insert into budgets.study (body_id, idea_id, outcome, reason, said_as, lines, cost_cents, written_by, written_at)
    values (${world.body.id}, ${idea.id}, ${study.outcome}, ${study.reason}, ${study.saidAs}, ${JSON.stringify(study.lines)}::jsonb, ${cost},
      ${world.actor.personId}, ${world.now})`.execute(world.db)
  await record(world, 'budget.idea-studied', {
    subject: ideaSubject(idea.id),
    content: {
      idea: idea.id,
      budget: idea.budget,
      outcome: study.outcome,
      reason: study.reason,
      notify: tell(idea, ideaPath(idea.id), study.outcome),
    },
  })
}

/** The cost that a file of the past gives to a project: nobody here studied it. */
export const addKnownCost = (world: Here, idea: IdeaId, cents: number) =>
  sql`insert into budgets.study (body_id, idea_id, outcome, reason, said_as, lines, cost_cents, written_by, written_at)
    values (${world.body.id}, ${idea}, 'admissible', '-', '-', '[]'::jsonb, ${cents}, ${world.actor.personId}, ${world.now})`.execute(
    world.db,
  )

export const addAppeal = async (world: Here, idea: Idea, study: string, text: string): Promise<void> => {
  await sql`insert into budgets.appeal (body_id, study_id, text, author_id, filed_at)
    values (${world.body.id}, ${study}, ${text}, ${world.actor.personId}, ${world.now})`.execute(world.db)
  await record(world, 'budget.appeal-filed', { subject: ideaSubject(idea.id), content: { idea: idea.id, study } })
}

export const answerAppeal = async (
  world: Here,
  idea: Idea,
  study: string,
  { outcome, reason }: Pick<NonNullable<Study['answer']>, 'outcome' | 'reason'>,
): Promise<void> => {
  await sql`insert into budgets.appeal_answer (body_id, study_id, outcome, reason, written_by, written_at)
    values (${world.body.id}, ${study}, ${outcome}, ${reason}, ${world.actor.personId}, ${world.now})`.execute(world.db)
  await record(world, 'budget.appeal-answered', {
    subject: ideaSubject(idea.id),
    content: { idea: idea.id, study, outcome, reason, notify: tell(idea, ideaPath(idea.id), 'answered') },
  })
}

export interface Message {
  readonly id: string
  readonly text: string
  readonly author: string | null
  readonly college: College
  readonly keyedBy: string | null
  readonly at: string
}

export const readMessages = async ({ db, body }: Where, idea: IdeaId): Promise<readonly Message[]> =>
  (
    await sql<Message>`select m.id, m.text, m.college, m.written_at as at, (select p.name from kernel.person p where p.id = m.author_id) as author,
        (select p.name from kernel.person p where p.id = m.keyed_by) as "keyedBy"
      from budgets.message m where m.body_id = ${body.id} and m.idea_id = ${idea} order by m.id limit 200`.execute(db)
  ).rows

/** @returns its number */
export const addMessage = async (
  world: Here,
  idea: Idea,
  author: { readonly personId: string; readonly college: College },
  text: string,
): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    insert into budgets.message (body_id, idea_id, text, author_id, college, channel, keyed_by, written_at)
    values (${world.body.id}, ${idea.id}, ${text}, ${author.personId}, ${author.college}, ${world.actor.onBehalf?.channel ?? 'screen'},
      ${world.actor.onBehalf?.keyedBy ?? null}, ${world.now}) returning id`.execute(world.db)
  const id = rows[0]?.id ?? '0'
  await record(world, 'budget.message-written', {
    subject: ideaSubject(idea.id),
    content: { idea: idea.id, message: id, notify: tell(idea, `${ideaPath(idea.id)}#dialogue`, 'message') },
  })
  return id
}
