import { sortition, type SortitionInput, sortitionInWorker, type SortitionResult } from '#engines/sortition'
import type { ScheduledJob } from '#kernel/service'
import { type Panel, type PanelResult, ticketCount, type Volunteer } from './panel.ts'
import { isToStop, keepProgress, keepResult, panelById, volunteersOf, waitingComputations } from './queries/panels.ts'
import type { DrawsTables, Here } from './schema.ts'

export const inputOf = (panel: Panel, volunteers: readonly Volunteer[]): SortitionInput => ({
  size: panel.size,
  quotas: panel.quotas,
  respondents: volunteers.map(({ number, features, address }) => ({
    id: String(number),
    features,
    ...(panel.onePerAddress && address !== '' && { address: address.toLocaleLowerCase('fr') }),
  })),
})

/** What is kept of a computation: numbers of volunteers instead of places in a list. */
export const resultOf = (panel: Panel, volunteers: readonly Volunteer[], result: SortitionResult): PanelResult => {
  if (!result.ok) {
    const relaxed = (result.relaxation?.quotas ?? []).map(({ quota, min, max }) => ({
      position: panel.quotas.find(one => one.category === quota.category && one.feature === quota.feature)?.position ?? 0,
      min,
      max,
    }))
    return { kind: 'infeasible', changes: result.relaxation?.changes ?? null, relaxed }
  }
  const numbers = volunteers.map(({ number }) => number)
  return {
    kind: 'lottery',
    minimum: result.minimum,
    bound: result.certificate.bound,
    complete: result.certificate.complete,
    error: result.tickets?.error ?? 0,
    probabilities: Object.fromEntries(numbers.map((number, at) => [number, result.probabilities[at] ?? 0])),
    tickets: (result.tickets?.panels ?? []).map(members => members.map(member => numbers[member] ?? 0)),
    version: result.version,
    inputDigest: result.inputDigest,
  }
}

/** At once, in this thread: for pools as small as the demonstration's. */
export const computeNow = async (world: Here, panel: Panel, computation: string) => {
  const volunteers = await volunteersOf(world.db, world.body.id, panel.id)
  await keepResult(world, computation, resultOf(panel, volunteers, await sortition(inputOf(panel, volunteers), { tickets: ticketCount })))
}

/** Every minute, what agents asked for is computed in a thread of its own; no transaction stays open meanwhile. */
export const jobs: Readonly<Record<string, ScheduledJob>> = {
  'draws.compute': {
    every: '* * * * *',
    run: async system => {
      const waiting: { body: number; id: string; panel: Panel; volunteers: readonly Volunteer[] }[] = []
      await system.forEachBody<DrawsTables>(async ({ db, body }) => {
        for (const { id, panel: number } of await waitingComputations(db, body.id)) {
          const panel = await panelById(db, body.id, number)
          if (panel) waiting.push({ body: body.id, id, panel, volunteers: await volunteersOf(db, body.id, number) })
        }
      })
      for (const { body, id, panel, volunteers } of waiting) {
        const inBody = (work: (world: Here) => Promise<unknown>) =>
          system.forEachBody<DrawsTables>(async world => void (world.body.id === body && (await work(world))))
        let told = -Infinity
        const stop = new AbortController()
        let telling = Promise.resolve()
        const computing = sortitionInWorker(inputOf(panel, volunteers), {
          tickets: ticketCount,
          seconds: 600,
          signal: stop.signal,
          tell: ({ minimum, bound, seconds }) => {
            if (seconds - told < 5) return
            told = seconds
            telling = telling.then(() =>
              inBody(async ({ db }) => {
                await keepProgress(db, body, id, { minimum, bound, seconds })
                if (await isToStop(db, body, id)) stop.abort()
              }),
            )
          },
        })
        const result = await computing.catch(async (error: unknown) => {
          await telling
          await inBody(world => keepResult(world, id, { kind: 'failed' }))
          throw error // told to whoever watches the house; it is not tried again unless somebody asks
        })
        await telling
        await inBody(world => keepResult(world, id, resultOf(panel, volunteers, result)))
      }
    },
  },
}
