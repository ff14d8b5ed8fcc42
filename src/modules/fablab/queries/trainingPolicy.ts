import { addPolicy, policyNamed } from '#engines/booking'
import { type Here, owner } from '../schema.ts'

/** Trainings are free, open to everyone from 14, with a waiting list; one policy for all of them. */
export const trainingPolicy = async (world: Here): Promise<string> =>
  (await policyNamed(world, owner, 'formations')) ??
  addPolicy(world, {
    owner,
    name: 'formations',
    since: world.today,
    source: 'Règlement du FabLab',
    rules: {
      waiting: { offerHours: 48 },
      cancelUntil: 1440,
      reminderHours: 48,
      checkInMinutes: 30,
      absences: { count: 3, withinDays: 180, suspendDays: 30 },
    },
  })
