import { allowed, refused, type Verdict } from '#kernel/rules'
import { isOpen, type StageName } from './stages.ts'

export type SupportRefusal = 'not-open' | 'closed'

/** A person may support an open measure; the closing day is included. Supporting twice is supporting once. */
export const canSupport = ({
  stage,
  closesOn,
  today,
}: {
  stage: StageName
  closesOn: string | null
  today: string
}): Verdict<SupportRefusal> => {
  if (!isOpen(stage)) return refused('not-open')
  if (closesOn !== null && today > closesOn) return refused('closed')
  return allowed
}
