import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { CampaignId } from '../schema.ts'

export const closeRow = ({ db, body, actor, now }: AnyWorld, campaign: CampaignId, closedOn: string, reason: string) =>
  sql`insert into evaluations.closure (body_id, campaign_id, closed_on, closed_at, closed_by, reason)
    values (${body.id}, ${campaign}, ${closedOn}, ${now}, ${actor.personId}, ${reason})`.execute(db)
