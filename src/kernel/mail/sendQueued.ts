import { type Db, sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { Post, Sealed } from './post.ts'
import { nextAttempt } from './retries.ts'
import type { MailTables } from './tables.ts'

const batch = 50

/**
 * Sends the letters of one body that are due, oldest first, and notes what became of each. Two senders never take the same letter.
 * @returns how many were tried
 */
export const sendQueued = async (world: AnyWorld, post: Post): Promise<number> => {
  const db = world.db as unknown as Db<MailTables> // the job role reads the kernel's letters
  const due = await db
    .selectFrom('mail.message')
    .selectAll()
    .where('body_id', '=', world.body.id)
    .where('sent_at', 'is', null)
    .where('abandoned_at', 'is', null)
    .where('due_at', '<=', world.now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const row of due) {
    const letter: Sealed = {
      ...row,
      from: { name: world.body.name, address: post.address },
      to: row.address,
      unsubscribe: row.unsubscribe_url,
    }
    await note(world, row, await post.send(letter))
  }
  return due.length
}

const note = async (
  world: AnyWorld,
  row: { id: string; address: string; attempts: number },
  outcome: Awaited<ReturnType<Post['send']>>,
) => {
  const db = world.db as unknown as Db<MailTables> // as above
  const attempts = row.attempts + 1
  const again = outcome.sent || outcome.forGood ? null : nextAttempt(attempts, world.now)
  await db
    .updateTable('mail.message')
    .set({
      attempts,
      sent_at: outcome.sent ? world.now : null,
      abandoned_at: outcome.sent || again ? null : world.now,
      failure: outcome.sent ? null : outcome.reason,
      ...(again ? { due_at: again } : {}),
    })
    .where('body_id', '=', world.body.id)
    .where('id', '=', row.id)
    .execute()
  if (outcome.sent) {
    await db.deleteFrom('mail.refusal').where('body_id', '=', world.body.id).where('address', '=', row.address).execute()
  } else if (outcome.forGood) {
    await sql`insert into mail.refusal (body_id, address, reason, refused_at) values (${world.body.id}, ${row.address}, ${outcome.reason}, ${world.now})
      on conflict (body_id, address) do update set reason = excluded.reason, refused_at = excluded.refused_at`.execute(db)
  }
}
