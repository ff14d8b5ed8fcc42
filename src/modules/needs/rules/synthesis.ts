import { type Kind, kinds } from './life.ts'

export const colleges = ['users', 'agents', 'elected'] as const
export type CollegeName = (typeof colleges)[number]
export type Counts = Readonly<Record<CollegeName, number>>

interface Stated {
  readonly kind: Kind
  readonly college: CollegeName
  readonly agreements: Counts
}
export interface Cell<L> {
  readonly college: CollegeName
  /** Lines that this college stated, in the order in which they were published. */
  readonly stated: readonly L[]
  /** How often people of this college said that they see what others stated. */
  readonly agreed: number
}

/** What each college says works and fails: the lines it stated, and how often it confirmed those of anyone. */
export const synthesis = <L extends Stated>(lines: readonly L[]): readonly { readonly kind: Kind; readonly cells: readonly Cell<L>[] }[] =>
  kinds.map(kind => {
    const ofKind = lines.filter(line => line.kind === kind)
    return {
      kind,
      cells: colleges.map(college => ({
        college,
        stated: ofKind.filter(line => line.college === college),
        agreed: ofKind.reduce((sum, line) => sum + line.agreements[college], 0),
      })),
    }
  })
