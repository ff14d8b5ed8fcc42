import type { C } from '#kernel/http'
import type { Wanted } from './queries/readMeasures.ts'
import { stages } from './rules/stages.ts'

/** What the address of the list asks for; anything unknown counts as not asked. */
export const wantedOf = (c: Pick<C, 'req'>): Wanted => {
  const stage = c.req.query('etape')
  const section = c.req.query('theme') ?? ''
  return {
    // oxlint-disable-next-line no-control-regex
    words: (c.req.query('q') ?? '')
      .toWellFormed()
      .replace(/[\u0000-\u001f]/g, ' ')
      .trim()
      .slice(0, 200),
    stage: stages.find(known => known === stage) ?? null,
    section: /^\d{1,18}$/.test(section) ? section : null,
    isClosingSoon: c.req.query('tri') === 'cloture',
  }
}
