import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkCertificate, poolOf, readCategories, readRespondents, sortition } from '#engines/sortition'
import { referenceFiles } from './data.ts'

/** Pools named `…_SIZE_categories.csv` and `…_SIZE_respondents.csv`; published optima of those that have one. */
const published: Readonly<Record<string, number>> = { example_small_20: 0.1, example_large_200: 0.1 }
const pools = referenceFiles('sortition', '_categories.csv')

describe.skipIf(pools.length === 0)('sortition of reference pools', () => {
  test.each(pools)('$name', { timeout: 120_000 }, async file => {
    const path = file.path.slice(0, -'_categories.csv'.length)
    const name = basename(path)
    const quotas = readCategories(readFileSync(`${path}_categories.csv`, 'utf8'))
    if (!quotas.ok) throw new Error(JSON.stringify(quotas.problem))
    const respondents = readRespondents(readFileSync(`${path}_respondents.csv`, 'utf8'), quotas.value)
    if (!respondents.ok) throw new Error(JSON.stringify(respondents.problem))
    const input = { quotas: quotas.value, respondents: respondents.value, size: Number(/\d+$/u.exec(name)?.[0]) }
    const began = performance.now()
    const result = await sortition(input, { tickets: 1000 })
    if (!result.ok) throw new Error('No panel keeps these quotas.')
    const { minimum, probabilities, certificate, panels, tickets } = result
    const facts = {
      minimum,
      most: Math.max(...probabilities),
      panels: panels.length,
      ticketError: tickets?.error,
      seconds: (performance.now() - began) / 1000,
    }
    console.log(name, JSON.stringify(facts))
    if (published[name] !== undefined) expect(minimum).toBeGreaterThanOrEqual(published[name] - 1e-6)
    const pool = poolOf(input)
    expect(
      checkCertificate(
        pool,
        certificate,
        pool.types.map(({ people }) => probabilities[people[0]!]!),
      ),
    ).toEqual({ ok: true })
    expect(certificate.bound - minimum).toBeLessThan(1e-5)
    expect(tickets?.error).toBeLessThan(1 + 1e-3)
  })
})
