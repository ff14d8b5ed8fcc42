import { sql } from '#kernel/db'
import { numberAt } from '#kernel/parameters'
import type { Retention } from '#kernel/world'
import { instrumentsRegister } from './law.ts'

/** Names go once they no longer serve to check the count; a petition never handed over first keeps its number. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Signatures des pétitions', en: 'Signatures of petitions' },
    reason: {
      fr: 'Assez pour vérifier et contester le compte ; le nombre reste',
      en: 'Enough to check and contest the count; the number stays',
    },
    days: numberAt(instrumentsRegister, 'retention.petition-signatures', '2026-01-01'),
    purge: async ({ db, body, now, today }, before) => {
      await sql`insert into instruments.petition_step (body_id, petition_id, kind, happened_on, signatures, recorded_at)
        select p.body_id, p.id, 'expired', ${today}, (select count(*) from instruments.signature s where s.body_id = p.body_id and s.petition_id = p.id), ${now}
        from instruments.petition p where p.body_id = ${body.id} and p.closes_on < ${before.slice(0, 10)}
        on conflict do nothing`.execute(db)
      const { numAffectedRows } = await sql`delete from instruments.signature s using instruments.petition p
        where p.body_id = s.body_id and p.id = s.petition_id and p.body_id = ${body.id} and p.closes_on < ${before.slice(0, 10)}`.execute(
        db,
      )
      return Number(numAffectedRows ?? 0)
    },
  },
]
