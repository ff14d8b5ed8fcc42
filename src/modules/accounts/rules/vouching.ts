import { allowed, refused } from '#kernel/rules'

/** Whether someone may vouch for a neighbour. Only a proof of one's own counts, so that vouching never chains. */
export const canVouch = ({ needed, self, voucherProof, alreadyVouched, vouchedThisYear, mostAYear, isVerified }: VouchRequest) => {
  if (needed === 0) return refused('not-here')
  if (self) return refused('self')
  if (isVerified) return refused('already-verified')
  if (voucherProof !== 'posted-code' && voucherProof !== 'document-seen') return refused('no-proof')
  if (alreadyVouched) return refused('already-vouched')
  if (vouchedThisYear >= mostAYear) return refused('too-many')
  return allowed
}
export interface VouchRequest {
  /** How many vouches make a residence; 0 means that the commune does not accept any. */
  readonly needed: number
  readonly self: boolean
  readonly voucherProof: string | null
  readonly alreadyVouched: boolean
  readonly vouchedThisYear: number
  readonly mostAYear: number
  readonly isVerified: boolean
}

/** How many are still missing. */
export const vouchesMissing = (needed: number, given: number) => Math.max(0, needed - given)
