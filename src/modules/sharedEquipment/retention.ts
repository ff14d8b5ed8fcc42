import { sql } from '#kernel/db'
import type { Retention } from '#kernel/world'

/** Names go when no dispute can need them any more; figures stay, they name nobody. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Conducteur d’un véhicule prêté', en: 'Driver of a vehicle that was lent' },
    reason: { fr: 'Répondre d’un accident ou d’une amende', en: 'Answering for an accident or a fine' },
    days: 1095,
    purge: async ({ db, body }, before) =>
      Number(
        (
          await sql`delete from shared_equipment.driver d using shared_equipment.inspection i where d.body_id = ${body.id}
            and i.booking_id = d.booking_id and i.kind = 'in' and i.at < ${before}`.execute(db)
        ).numAffectedRows ?? 0,
      ),
  },
  {
    what: { fr: 'Noms écrits sous un état des lieux', en: 'Names written under an inspection' },
    reason: { fr: 'Le temps d’un litige entre communes', en: 'The time of a dispute between communes' },
    days: 1095,
    purge: async ({ db, body }, before) =>
      Number(
        (
          await sql`delete from shared_equipment.signature s using shared_equipment.inspection i where s.body_id = ${body.id}
            and i.body_id = s.body_id and i.id = s.inspection_id and i.at < ${before}`.execute(db)
        ).numAffectedRows ?? 0,
      ),
  },
]
