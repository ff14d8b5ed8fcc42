import type pg from 'pg'

/** What somebody posts, and where. */
export interface Deed {
  readonly path: string
  /** A form as a browser sends it; nothing for a button alone. */
  readonly body?: string
}
/** One request of a person that changes something, and how to see afterwards that it did. */
export interface Act {
  /** Event written in the journal. */
  readonly event: string
  /** What can be posted, as the demonstration has it. */
  readonly deeds: (owner: pg.Client) => Promise<readonly Deed[]>
  /** Subjects of the journal, when acts on others were done before and their authors forgotten; all unless said. */
  readonly subjects?: (owner: pg.Client) => Promise<readonly string[]>
  /** Whether a path acknowledged is one of this act. */
  readonly isIts: (path: string) => boolean
  /** `person path` of every act the database holds. */
  readonly kept: (owner: pg.Client) => Promise<readonly string[]>
}

/** Acts that must never be lost; a module whose residents act in great numbers at once adds its own. */
export const acts: readonly Act[] = [
  {
    event: 'measure.supported',
    deeds: async owner => {
      const { rows } =
        await owner.query(`select id from measures.measure where body_id = 1 and (closes_on is null or closes_on > current_date)
        and stage in ('proposed', 'co-construction', 'consultation') order by id limit 20`)
      return rows.map(row => ({ path: `/mesures/${row.id}/soutien` }))
    },
    isIts: path => path.startsWith('/mesures/'),
    kept: async owner => {
      const { rows } = await owner.query('select person_id, measure_id from measures.support where body_id = 1')
      return rows.map(row => `${row.person_id} /mesures/${row.measure_id}/soutien`)
    },
  },
  {
    event: 'ballot.cast',
    deeds: async owner => {
      const { rows } = await owner.query(`select id from ballots.ballot where body_id = 1 and state = 'open' and not is_secret order by id`)
      return rows.map(row => ({ path: `/votes/${row.id}/voter`, body: 'act=cast&q1-1=0&q1-2=3' }))
    },
    subjects: async owner => {
      const { rows } = await owner.query(`select 'ballot:' || id as subject from ballots.ballot where body_id = 1 and state = 'open'`)
      return rows.map(row => row.subject)
    },
    isIts: path => path.startsWith('/votes/'),
    /** A ballot without its mark on the roll, or a mark without its ballot, is not kept. */
    kept: async owner => {
      const { rows } = await owner.query(`select e.person_id, e.ballot_id from ballots.entry e
        join roll.mark m on m.body_id = e.body_id and m.act = 'ballot:' || e.ballot_id and m.person_id = e.person_id and m.channel = 'screen'
        where e.body_id = 1`)
      return rows.map(row => `${row.person_id} /votes/${row.ballot_id}/voter`)
    },
  },
]
