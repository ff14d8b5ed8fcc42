import { setTimeout as pause } from 'node:timers/promises'
import type { Deed } from './acts.ts'

export interface Resident {
  readonly id: string
  readonly cookie: string
}
/** What came back. */
export interface Answers {
  /** `person path` of the acts the application said were done. */
  readonly acknowledged: Set<string>
  readonly statuses: Map<number, number>
  /** Requests that ended without an answer: nobody knows whether they were done. */
  lost: number
}
export interface Storm {
  readonly answers: Answers
  end(): Promise<void>
}

/** Residents act again and again, many at once, different deeds at the same time, until each has done every one or they are told to end. */
export const startStorm = (url: string, residents: readonly Resident[], deeds: readonly Deed[], connections = 16): Storm => {
  const answers: Answers = { acknowledged: new Set(), statuses: new Map(), lost: 0 }
  const unanswered: number[] = []
  let next = 0
  let ended = false
  const one = async () => {
    while (!ended && (unanswered.length > 0 || next < residents.length * deeds.length)) {
      const turn = unanswered.shift() ?? next++
      const resident = residents[turn % residents.length]!
      const deed = deeds[(Math.floor(turn / residents.length) + turn) % deeds.length]!
      const status = await post(url, deed, resident.cookie)
      if (status === null) {
        answers.lost += 1
        unanswered.push(turn) // tried again later: while nothing answers, the storm does not run out of deeds
        await pause(100)
        continue
      }
      answers.statuses.set(status, (answers.statuses.get(status) ?? 0) + 1)
      if (status === 503) unanswered.push(turn)
      if (status === 303) answers.acknowledged.add(`${resident.id} ${deed.path}`)
      else await pause(100)
    }
  }
  const all = Promise.all(Array.from({ length: connections }, one))
  return {
    answers,
    async end() {
      ended = true
      await all
    },
  }
}

const post = (url: string, { path, body }: Deed, cookie: string): Promise<number | null> =>
  fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie,
      origin: url,
      'sec-fetch-site': 'same-origin',
      ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(body ? { body } : {}),
    signal: AbortSignal.timeout(10_000),
  })
    .then(async response => {
      await response.arrayBuffer()
      return response.status
    })
    .catch(() => null)
