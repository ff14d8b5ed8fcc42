/** A piece of an alley, decimetres from its start: `from` belongs to it, `to` does not. */
export interface Stretch {
  readonly alley: string
  readonly from: number
  readonly to: number
}
export interface Pitch extends Stretch {
  readonly id: string
  readonly number: string
  readonly hasPower: boolean
  readonly hasWater: boolean
}
export const lengthOf = ({ from, to }: Stretch): number => to - from
export const meet = (a: Stretch, b: Stretch): boolean => a.alley === b.alley && a.from < b.to && b.from < a.to

/** The pitches that touch make one piece of ground: places are cut in it and merged across it. Gaps (passages) stay. */
export const groundOf = (pitches: readonly Stretch[]): readonly Stretch[] => {
  const ground: Stretch[] = []
  for (const pitch of pitches.toSorted((a, b) => compareText(a.alley, b.alley) || a.from - b.from)) {
    const last = ground.at(-1)
    if (last && last.alley === pitch.alley && last.to === pitch.from) ground[ground.length - 1] = { ...last, to: pitch.to }
    else ground.push({ alley: pitch.alley, from: pitch.from, to: pitch.to })
  }
  return ground
}
/** What is left of the ground once some of it is taken. */
export const freeOf = (pitches: readonly Stretch[], taken: readonly Stretch[]): readonly Stretch[] =>
  groundOf(pitches).flatMap(piece => {
    const inside = taken.filter(one => meet(one, piece)).toSorted((a, b) => a.from - b.from)
    const free: Stretch[] = []
    let at = piece.from
    for (const one of inside) {
      if (one.from > at) free.push({ ...piece, from: at, to: one.from })
      at = Math.max(at, one.to)
    }
    if (at < piece.to) free.push({ ...piece, from: at, to: piece.to })
    return free
  })
/** Whether a stretch stands wholly on pitches. */
export const isGround = (pitches: readonly Stretch[], stretch: Stretch): boolean =>
  groundOf(pitches).some(piece => piece.alley === stretch.alley && piece.from <= stretch.from && stretch.to <= piece.to)
/** Whether a place reaches an electric socket: one of the pitches it stands on has one. */
export const hasPower = (pitches: readonly Pitch[], stretch: Stretch): boolean =>
  pitches.some(pitch => pitch.hasPower && meet(pitch, stretch))

/**
 * Where somebody of that length stands: the shortest free piece that is long enough (so that long pieces stay whole), from its start;
 * with a socket when they need one; the first in the order of alleys and metres when several are level.
 */
export const bestFit = (
  pitches: readonly Pitch[],
  taken: readonly Stretch[],
  asked: { readonly length: number; readonly needsPower: boolean },
): Stretch | null => {
  const candidates = freeOf(pitches, taken).flatMap(piece => {
    const starts = asked.needsPower
      ? [piece.from, ...pitches.filter(one => one.hasPower && meet(one, piece)).map(one => one.from)]
      : [piece.from]
    return starts
      .map(start => Math.max(piece.from, Math.min(start, piece.to - asked.length)))
      .map(from => ({ alley: piece.alley, from, to: from + asked.length }))
      .filter(one => one.to <= piece.to && (!asked.needsPower || hasPower(pitches, one)))
      .map(place => ({ place, size: lengthOf(piece) }))
  })
  const [best] = candidates.toSorted((a, b) => a.size - b.size || compareText(a.place.alley, b.place.alley) || a.place.from - b.place.from)
  return best?.place ?? null
}
/** Alleys are numbers written as text. */
const compareText = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
/** The names of the pitches that a place covers: « A3 », « A3 et A4 ». */
export const pitchesUnder = (pitches: readonly Pitch[], stretch: Stretch): readonly string[] =>
  pitches
    .filter(one => meet(one, stretch))
    .toSorted((a, b) => a.from - b.from)
    .map(one => one.number)
