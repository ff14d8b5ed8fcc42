import type { Choice } from '#engines/ballotCryptography'

/** Where the answer to an encrypted question is found in the page. */
export interface Planned {
  readonly field: string
  readonly values: readonly string[]
  readonly asked: number
  readonly isJudgment: boolean
  readonly max: number
}

/**
 * The choices to encrypt, from what is ticked by field. A question left empty is blank; in majority judgment, an option left out of a
 * question that judged others gets the worst mention.
 */
export const choicesOf = (plan: readonly Planned[], ticked: Readonly<Record<string, readonly string[]>>): readonly Choice[] => {
  const placesOf = ({ field, values }: Planned) =>
    (ticked[field] ?? []).flatMap(value => (values.includes(value) ? [values.indexOf(value)] : []))
  return plan.map((question): Choice => {
    const places = placesOf(question)
    if (places.length > 0) return places
    const hasJudged = question.isJudgment && plan.some(other => other.asked === question.asked && placesOf(other).length > 0)
    return hasJudged ? [question.values.length - 1] : 'blank'
  })
}
