import { z } from 'zod'
import { oneOf, optionalText } from '#kernel/forms'

export const JoinRequest = z.object({ motive: optionalText(2000) })
export const RequestDecision = z.object({ decision: oneOf(['accepted', 'refused']), reason: optionalText(1000) })
export const MemberRole = z.object({ person: z.uuid(), role: oneOf(['secretary', 'member']) })
