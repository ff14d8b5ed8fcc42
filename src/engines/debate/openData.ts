import { sql } from '#kernel/db'
import type { OpenDataSet } from '#kernel/world'
import { moderationOf } from '#engines/moderation'

const batch = 1000

/** Arguments that everyone can read, without their authors; what was withdrawn, held or hidden is left out. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'debats',
    title: { fr: 'Arguments et questions des débats', en: 'Arguments and questions of debates' },
    columns: {
      argument: { fr: 'Numéro', en: 'Number', type: 'integer' },
      subject: { fr: 'Sujet du débat', en: 'Subject of the debate', type: 'text' },
      stance: { fr: 'Pour, contre, question ou réponse', en: 'For, against, question or reply', type: 'text' },
      reply_to: { fr: 'Répond à', en: 'Replies to', type: 'integer' },
      filed_at: { fr: 'Date', en: 'Date', type: 'datetime' },
      text: { fr: 'Texte', en: 'Text', type: 'text' },
      argued: { fr: 'Appuis « bien argumenté »', en: 'Marks “well argued”', type: 'integer' },
      sourced: { fr: 'Appuis « bien sourcé »', en: 'Marks “well sourced”', type: 'integer' },
      taught: { fr: 'Appuis « m’apprend quelque chose »', en: 'Marks “taught me something”', type: 'integer' },
    },
    rows: async function* ({ db, body }) {
      for (let after = '0'; ;) {
        const { rows } = await sql<Record<string, unknown> & { argument: string }>`
          select a.id as argument, a.subject, a.stance, a.parent_id as reply_to, a.filed_at, a.text,
            coalesce(t.argued, 0) as argued, coalesce(t.sourced, 0) as sourced, coalesce(t.taught, 0) as taught
          from debate.argument a left join debate.tally t on t.body_id = a.body_id and t.argument_id = a.id
          where a.body_id = ${body.id} and a.id > ${after}::bigint
            and not exists (select from debate.withdrawal w where w.body_id = a.body_id and w.argument_id = a.id)
          order by a.id limit ${batch}`.execute(db)
        const moderated = await moderationOf(
          db,
          body.id,
          rows.map(row => `argument:${row.argument}`),
        )
        yield* rows.filter(row => moderated.get(`argument:${row.argument}`).state === 'visible')
        const last = rows.at(-1)
        if (!last || rows.length < batch) return
        after = last.argument
      }
    },
  },
]
