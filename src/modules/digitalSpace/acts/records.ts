import { record } from '#kernel/journal'
import { visitor } from '#kernel/people'
import { addActivity, type Activity, withdrawActivity } from '../queries/activity.ts'
import type { Here } from '../schema.ts'

/** Keeps what was done, and nobody's name: the journal says that a record was made, not by whom. */
export const recordActivity = async (world: Here, activity: Activity): Promise<string> => {
  const id = await addActivity(world, activity)
  await record(unsigned(world), 'activity.recorded', { subject: `activity:${id}` })
  return id
}

/** It counts no more. False when it was withdrawn already. */
export const takeBackActivity = async (world: Here, id: string): Promise<boolean> => {
  const done = await withdrawActivity(world, id)
  if (done) await record(unsigned(world), 'activity.withdrawn', { subject: `activity:${id}` })
  return done
}

const unsigned = (world: Here): Here => ({ ...world, actor: visitor })
