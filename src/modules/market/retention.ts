import { forgetFile } from '#kernel/files'
import { sql } from '#kernel/db'
import type { Retention } from '#kernel/world'
import { forgetTrader } from './personalData.ts'
import type { Here } from './schema.ts'

/** Papers a year after they end; traders who left, three years later. Accounts stay, without a name. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Documents des commerçants, expirés', en: 'Papers of traders, expired' },
    reason: { fr: 'Le temps de vérifier le marché passé', en: 'The time to check past markets' },
    days: 365,
    purge: async (world: Here, before) => {
      const { rows } = await sql<{ file: string | null }>`delete from market.document where body_id = ${world.body.id}
        and expires_on < ${before}::date returning file_id::text as file`.execute(world.db)
      for (const { file } of rows) if (file !== null) await forgetFile(world, file)
      return rows.length
    },
  },
  {
    what: { fr: 'Demandes refusées et commerçants partis', en: 'Requests refused and traders who left' },
    reason: { fr: 'Le temps d’un litige', en: 'The time of a dispute' },
    days: 1095,
    purge: async (world: Here, before) => {
      const { rows } = await sql<{ id: string }>`select id::text as id from market.trader where body_id = ${world.body.id} and name <> '—'
        and (left_on < ${before}::date or (accepted_on is null and refused_on < ${before}::date))`.execute(world.db)
      for (const { id } of rows) await forgetTrader(world, id)
      return rows.length
    },
  },
]
