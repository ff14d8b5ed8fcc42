import { z } from 'zod'

export const localKinds = ['yes-no', 'scale'] as const
/** A question of the commune, beside the national ones. */
export const LocalQuestion = z.object({ kind: z.enum(localKinds), fr: z.string().min(5).max(200), en: z.string().max(200).default('') })
export type LocalQuestion = z.output<typeof LocalQuestion>

type Typed = Readonly<Record<`fr${1 | 2 | 3}` | `en${1 | 2 | 3}`, string>> &
  Readonly<Record<`kind${1 | 2 | 3}`, LocalQuestion['kind'] | null>>

/** The questions typed in the form, the empty ones left out; without a kind, one answers yes or no. */
export const localOf = (typed: Typed): readonly LocalQuestion[] =>
  ([1, 2, 3] as const).flatMap(n =>
    typed[`fr${n}`].length < 5 ? [] : [{ kind: typed[`kind${n}`] ?? 'yes-no', fr: typed[`fr${n}`], en: typed[`en${n}`] }],
  )
