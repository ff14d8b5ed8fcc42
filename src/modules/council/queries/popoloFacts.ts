import { sql } from '#kernel/db'
import { sittingUrl } from '../council.ts'
import type { PopoloFacts } from '../exports/popolo.ts'
import type { Here } from '../schema.ts'
import { closedVotes, meetingsWorld } from '#engines/meetings'
import { councilAssembly } from './assembly.ts'

/** Who sat and how each voted, for machines. A person is known by the number of their first mandate, never by their account. */
export const popoloFacts = async (world: Here, limit = 500): Promise<PopoloFacts> => {
  const { rows } = await sql<PopoloFacts['members'][number] & { personId: string }>`
    select m.id::text as id, m.person_id as "personId",
      'membre-' || (select min(f.id) from council.mandate f where f.body_id = m.body_id and f.person_id = m.person_id) as person,
      case when p.erased_at is null then p.name else '' end as name, m.function, m.bloc, m.since, m.until
    from council.mandate m join kernel.person p on p.id = m.person_id where m.body_id = ${world.body.id} order by m.id`.execute(world.db)
  const known = new Map(rows.map(row => [row.personId, row.person]))
  const assembly = await councilAssembly(world)
  const votes = assembly ? await closedVotes(meetingsWorld(world), assembly.id, limit) : []
  return {
    council: `${world.body.name} : conseil municipal`,
    members: rows.map(({ personId: _account, ...member }) => ({ ...member, id: `mandat-${member.id}` })),
    votes: votes.map(({ ballots, meetingId, ...vote }) => ({
      ...vote,
      url: `${world.url}${sittingUrl(meetingId, `/votes/${vote.id}`)}`,
      voices: ballots.flatMap(one => {
        const person = known.get(one.member)
        return person ? [{ person, choice: one.choice }] : []
      }),
    })),
  }
}
