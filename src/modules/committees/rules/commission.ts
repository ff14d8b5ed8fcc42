/** Whether a consultative commission on local public services is compulsory, and how that is known. */
export interface Duty {
  readonly is: 'compulsory' | 'optional' | 'not-concerned' | 'unknown'
  readonly population: number | null
  readonly threshold: number
}

/** CGCT L1413-1: communes of more than the threshold; an intercommunality has its own, that this parameter does not settle. */
export const commissionDuty = (body: { readonly kind: string; readonly population: number | null }, threshold: number): Duty => {
  const { kind, population } = body
  const is = kind !== 'commune' ? 'not-concerned' : population === null ? 'unknown' : population > threshold ? 'compulsory' : 'optional'
  return { is, population, threshold }
}
