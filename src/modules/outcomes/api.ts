import { z } from 'zod'
import type { ApiSpec } from '#kernel/http'
import type { OutcomeStep } from '#kernel/service'
import type { NamedOutcome } from './gather.ts'
import { standingOf, standings } from './rules/standing.ts'

const Step = z.object({ text: z.string(), url: z.url().nullable(), on: z.iso.date() }).nullable()
const Told = z.object({
  id: z.string(),
  title: z.string(),
  service: z.string().nullable(),
  measure: z.string().nullable(),
  standing: z.enum(standings),
  said: Step,
  decided: Step,
  done: Step,
  measured: Step,
  dueOn: z.iso.date().nullable(),
  at: z.string(),
})

/** What was said, decided, done and measured, the latest first. */
export const outcomesApi: ApiSpec = {
  summary: { fr: 'Vous avez dit, nous avons fait', en: 'You said, we did' },
  query: z.object({ page: z.coerce.number().int().min(1).optional(), service: z.string().optional(), mesure: z.string().optional() }),
  response: z.object({ page: z.int(), hasMore: z.boolean(), threads: z.array(Told) }),
}

export const threadOf = (thread: NamedOutcome, { url, today }: { url: string; today: string }): z.output<typeof Told> => {
  const step = (one: OutcomeStep | null) => one && { ...one, url: one.url === null ? null : new URL(one.url, url).href }
  return {
    id: thread.id,
    title: thread.title,
    service: thread.service,
    measure: thread.measure,
    standing: standingOf(thread, today),
    said: step(thread.said),
    decided: step(thread.decided),
    done: step(thread.done),
    measured: step(thread.measured),
    dueOn: thread.dueOn ?? null,
    at: thread.at,
  }
}
