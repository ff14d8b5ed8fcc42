/** Whole years from one day to another, both `'YYYY-MM-DD'`; a birthday counts from that very day, 29 February on 1 March. */
export const yearsBetween = (from: string, to: string): number => {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

/** Years surely reached today by somebody who was seen to have `atLeast` on a day. */
export const ageSince = ({ atLeast, seenOn }: { atLeast: number; seenOn: string }, today: string): number =>
  atLeast + Math.max(0, yearsBetween(seenOn, today))
