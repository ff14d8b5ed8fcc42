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
  const parts: (Found & { best: number; id: string })[] = []
  for (const source of world.contributors.flatMap(room => room.search ?? [])) {
    const results = (await source.find(world, words, eachPart)).toSorted((a, b) => b.rank - a.rank || (a.url < b.url ? -1 : 1))
    if (results.length > 0) parts.push({ id: source.id, label: source.label[world.locale], results, best: results[0]!.rank })
  }
  return parts.toSorted((a, b) => b.best - a.best || (a.id < b.id ? -1 : 1))
}
