import type { PolisComment, PolisParticipants, PolisVote } from '#engines/opinionMap'
import { sql } from '#kernel/db'
import { dayInParis } from '#kernel/rules'
import type { AnyWorld } from '#kernel/world'
import { addConsultation } from '../queries/changeConsultation.ts'
import type { ConsultationId } from '../schema.ts'

export interface Trio {
  readonly comments: readonly PolisComment[]
  readonly votes: readonly PolisVote[]
  readonly participants: PolisParticipants | null
}
export interface About {
  readonly title: string
  readonly introduction: string
  readonly source: string
  readonly licence: string
  readonly organiser: string
  readonly purpose: string
  readonly followUp: string
}

/** Keeps a conversation of Polis, or of another site that writes the same files: closed, with every line it had. */
export const importPolis = async (world: AnyWorld, about: About, { comments, votes, participants }: Trio): Promise<ConsultationId> => {
  const instants = [...comments.map(one => instantOf(one.timestamp)), ...votes.map(one => one.order)].filter(one => one > 0 && one < latest)
  const [first, last] = [instants.reduce((a, b) => Math.min(a, b), Infinity), instants.reduce((a, b) => Math.max(a, b), 0)]
  const dayOf = (found: number) => (instants.length > 0 ? dayInParis(instant(found)) : world.today)
  const id = await addConsultation(
    world,
    {
      ...about,
      resultsAt: '',
      measure: null,
      service: null,
      moderated: 'after',
      whoAdds: 'nobody',
      opensOn: dayOf(first),
      closesOn: dayOf(last),
    },
    { source: about.source, licence: about.licence, imported: { statements: participants?.statements ?? null } },
  )
  await keepComments(world, id, comments)
  await keepParticipants(world, id, votes, participants)
  await keepVotes(world, id, votes)
  return id
}

const bunchesOf = function* <One>(all: readonly One[], size = 5000) {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size)
}
const latest = Date.parse('2200-01-01')
/** Milliseconds written in a file; 0 when they say nothing. */
const instantOf = (written: string) => (/^\d{1,15}$/.test(written) ? Number(written) : 0)
const instant = (milliseconds: number) => new Date(Math.min(Math.max(milliseconds, 0), latest)).toISOString()

const keepComments = async (world: AnyWorld, id: ConsultationId, comments: readonly PolisComment[]) => {
  for (const some of bunchesOf(comments.map((comment, line) => ({ ...comment, line })))) {
    await sql`
      insert into consultations.statement (body_id, consultation_id, number, text, is_seed, proposed_at, state, changed_at, imported)
      select ${world.body.id}, ${id}, t.number, t.text, false, t.at, t.state, ${world.now}::timestamptz, t.imported
      from unnest(${some.map(one => Number(one.id))}::int[], ${some.map(one => one.body || '—')}::text[], ${some.map(one => instant(instantOf(one.timestamp)))}::timestamptz[],
        ${some.map(one => (one.moderated === -1 ? 'hidden' : 'visible'))}::text[], ${some.map(one => JSON.stringify(one))}::jsonb[]) as t (number, text, at, state, imported)`.execute(
      world.db,
    )
  }
}

const keepParticipants = async (world: AnyWorld, id: ConsultationId, votes: readonly PolisVote[], known: PolisParticipants | null) => {
  const first = new Map<string, number>()
  for (const { participant, order } of votes) first.set(participant, Math.min(first.get(participant) ?? Infinity, order))
  const lines = new Map(known?.participants.map((one, line) => [one.id, { ...one, line }]))
  const ids = [...new Set([...lines.keys(), ...first.keys()])]
  for (const some of bunchesOf(ids)) {
    await sql`
      insert into consultations.participant (body_id, consultation_id, channel, joined_at, imported_id, imported)
      select ${world.body.id}, ${id}, 'import', t.at, t.name, nullif(t.imported, 'null'::jsonb)
      from unnest(${some}::text[], ${some.map(one => instant(first.get(one) ?? Date.parse(world.now)))}::timestamptz[],
        ${some.map(one => JSON.stringify(lines.get(one) ?? null))}::jsonb[]) as t (name, at, imported)`.execute(world.db)
  }
}

/** The last vote of each participant on each statement counts; the others are kept as what it replaced. */
const keepVotes = async (world: AnyWorld, id: ConsultationId, votes: readonly PolisVote[]) => {
  const last = new Map<string, { order: number; vote: number; line: number }>()
  for (const [line, { participant, statement, order, vote }] of votes.entries()) {
    const key = `${participant} ${statement}`
    const before = last.get(key)
    if (!before || order > before.order || (order === before.order && vote > before.vote)) last.set(key, { order, vote, line })
  }
  const counted = new Set([...last.values()].map(one => one.line))
  const lines = votes.map((vote, line) => ({ ...vote, line }))
  for (const [table, some] of [
    ['vote', lines.filter(one => counted.has(one.line))],
    ['earlier_vote', lines.filter(one => !counted.has(one.line))],
  ] as const) {
    for (const bunch of bunchesOf(some)) {
      await sql`
        insert into consultations.${sql.raw(table)} (body_id, consultation_id, participant_id, statement, value, voted_at, written)
        select ${world.body.id}, ${id}, p.id, t.statement, t.value, t.at, t.written
        from unnest(${bunch.map(one => one.participant)}::text[], ${bunch.map(one => Number(one.statement))}::int[], ${bunch.map(one => one.vote)}::smallint[],
          ${bunch.map(one => instant(one.order))}::timestamptz[], ${bunch.map(one => `${one.line} ${one.datetime}`)}::text[]) as t (participant, statement, value, at, written)
        join consultations.participant p on p.body_id = ${world.body.id} and p.consultation_id = ${id} and p.imported_id = t.participant`.execute(
        world.db,
      )
    }
  }
}
