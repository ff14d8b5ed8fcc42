import { moderationOf } from '#engines/moderation'
import { sql } from '#kernel/db'
import { defineService } from '#kernel/service'
import { changes } from './changes.ts'
import { demo } from './demo.ts'
import { events } from './events.ts'
import { calendar, home } from './home.ts'
import { openData } from './openData.ts'
import { outcomes } from './outcomes.ts'
import { personalData } from './personalData.ts'
import { findLines } from './queries/readLines.ts'
import { lineSubject } from './queries/stateLine.ts'
import { related } from './related.ts'
import { routes } from './routes.tsx'
import { linePath } from './rules/sitePath.ts'

/** For each service, what works and what fails, stated together by users, agents and elected members, and what became of it. */
export const needs = defineService({
  id: 'needs',
  path: '/besoins',
  title: { fr: 'Besoins', en: 'Needs' },
  navigation: {
    section: 'propose',
    order: 20,
    about: {
      fr: 'Dire ce qui manque, sans avoir de solution, et voir qui vit la même chose.',
      en: 'Say what is lacking, without having a solution, and see who lives the same.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  events,
  personalData,
  openData,
  home,
  calendar,
  changes,
  outcomes,
  related,
  demo,
  search: [
    {
      id: 'needs',
      label: { fr: 'Besoins', en: 'Needs' },
      find: async (world, asked, limit) => {
        const found = await findLines(world, asked, limit)
        const moderated = await moderationOf(
          world.db,
          world.body.id,
          found.map(({ id }) => lineSubject(id)),
        )
        return found
          .filter(({ id }) => moderated.get(lineSubject(id)).state === 'visible')
          .map(({ id, what, change, rank }) => ({ title: what, url: linePath(id), excerpt: change.slice(0, 200).toWellFormed(), rank }))
      },
    },
  ],
  samples: async world => {
    // The line with the longest life, and a round with lines.
    const { rows } = await sql<{ need: string; needRound: string }>`
      select (select l.id::text from needs.line l where l.body_id = ${world.body.id}
          order by (select count(*) from needs.step s where s.body_id = l.body_id and s.line_id = l.id) desc, l.id limit 1) as need,
        (select r.id::text from needs.round r where r.body_id = ${world.body.id} order by r.closed_at is not null, r.id limit 1) as "needRound"`.execute(
      world.db,
    )
    return { need: rows[0]?.need ?? '1', needRound: rows[0]?.needRound ?? '1' }
  },
})
