import { together } from '#kernel/db'
import { optionalText } from '#kernel/forms'
import type { Gathering } from './gather.ts'

export interface Found {
  readonly label: string
  readonly results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[]
}
const eachPart = 8

/** The words asked for, cleaned and shortened; empty when nothing was asked. */
export const askedWords = (typed: string | undefined) =>
  optionalText(20_000)
    .catch('')
    .parse((typed ?? '').slice(0, 20_000))
    .slice(0, 200)

/** Looks in every part of the site, the best part first. */
export const search = async (world: Gathering, words: string): Promise<readonly Found[]> => {
  const sources = world.contributors.flatMap(room => room.search ?? [])
  const parts = await together(
    sources.map(async ({ id, label, find }) => {
      const results = (await find(world, words, eachPart)).toSorted((a, b) => b.rank - a.rank || (a.url < b.url ? -1 : 1))
      return { id, label: label[world.locale], results, best: results[0]?.rank ?? 0 }
    }),
  )
  return parts.filter(({ results }) => results.length > 0).toSorted((a, b) => b.best - a.best || (a.id < b.id ? -1 : 1))
}
