import { z } from 'zod'

/** The part of the Popolo specification that the council uses, its names and its values, nothing more. https://www.popoloproject.com/specs/ */
export const Popolo = z.strictObject({
  persons: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  organizations: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      classification: z.enum(['legislature', 'party']),
      parent_id: z.string().optional(),
    }),
  ),
  memberships: z.array(
    z.strictObject({
      id: z.string(),
      person_id: z.string(),
      organization_id: z.string(),
      role: z.string(),
      start_date: z.iso.date(),
      end_date: z.iso.date().optional(),
      on_behalf_of_id: z.string().optional(),
    }),
  ),
  motions: z.array(
    z.strictObject({
      id: z.string(),
      organization_id: z.string(),
      text: z.string(),
      classification: z.string(),
      date: z.iso.datetime(),
      requirement: z.string(),
      result: z.enum(['pass', 'fail']),
      sources: z.array(z.strictObject({ url: z.url() })),
      vote_events: z.array(
        z.strictObject({
          id: z.string(),
          motion_id: z.string(),
          organization_id: z.string(),
          start_date: z.iso.datetime(),
          end_date: z.iso.datetime(),
          result: z.enum(['pass', 'fail']),
          counts: z.array(z.strictObject({ option: z.enum(['yes', 'no', 'abstain']), value: z.int().min(0) })),
          votes: z.array(z.strictObject({ voter_id: z.string(), option: z.enum(['yes', 'no', 'abstain']) })),
        }),
      ),
    }),
  ),
})
