import { z } from 'zod'
import { rhythms } from '#engines/following'
import { oneOf } from '#kernel/forms'

export const LetterRhythm = z.object({ rhythm: oneOf(rhythms) })
export type LetterRhythm = z.output<typeof LetterRhythm>

export const FollowSubject = z.object({
  subject: z.string().regex(/^[a-z-]{1,40}:[0-9a-z-]{1,40}$/),
  follow: oneOf(['oui', 'non']),
  back: z
    .string()
    .max(300)
    .regex(/^\/(?!\/)[\w/?=&.-]*$/)
    .catch('/notifications'),
})

export const Seen = z.object({ upTo: z.string().regex(/^[0-9]{1,18}$/) })
/** What to leave: what the link says, or everything. A mail reader that leaves by itself (RFC 8058) names nothing. */
export const Leave = z.object({ scope: oneOf(['link', 'all']).catch('link') })
