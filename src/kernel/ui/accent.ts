import { colours } from './colours.ts'
import { contrast, mix, parseColour } from './contrast.ts'

export type AccentVerdict =
  | { readonly ok: true; readonly colour: string; readonly contrast: number }
  | { readonly ok: false; readonly because: 'not-a-colour' | 'too-pale'; readonly contrast: number; readonly nearest: string | null }

/** May a commune take this colour (`#rrggbb`) as its accent? It must be read on paper and under white: 4.5 to 1 at least. */
export const checkAccent = (colour: string): AccentVerdict => {
  if (!parseColour(colour)) return { ok: false, because: 'not-a-colour', contrast: 0, nearest: null }
  const worst = worstContrast(colour)
  if (worst >= 4.5) return { ok: true, colour: colour.toLowerCase(), contrast: worst }
  return { ok: false, because: 'too-pale', contrast: worst, nearest: towards(colour, '#000000', one => worstContrast(one) >= 4.5) }
}

const worstContrast = (colour: string) => {
  const { paper, shade, sand, moss, rose } = colours.light
  return Math.min(...[paper, shade, sand, moss, rose, '#ffffff'].map(ground => contrast(colour, ground)))
}

/** The commune's accent in place of the river colour, light and dark; empty when the colour cannot be read. */
export const accentSheet = (colour: string) => {
  const verdict = checkAccent(colour)
  if (!verdict.ok) return ''
  const { paper, shade, sand, moss, rose, onRiver } = colours.dark
  const grounds = [paper, shade, sand, moss, rose, onRiver]
  const dark = towards(colour, '#ffffff', one => grounds.every(ground => contrast(one, ground) >= 4.6))
  return `:root{${set(verdict.colour, '#000000', colours.light.paper)}}@media screen and (prefers-color-scheme:dark){:root{${set(dark, '#ffffff', paper)}}}`
}

/** The accent, a stronger one for titles, and a quiet ground on which both are read. */
const set = (river: string, stronger: string, paper: string) => {
  const mist = towards(mix(river, paper, 0.85), paper, one => contrast(river, one) >= 4.5)
  return `--river:${river};--deep:${mix(river, stronger, 0.25)};--mist:${mist};`
}

/** The first colour on the way that does. */
const towards = (from: string, to: string, does: (colour: string) => boolean) => {
  for (let share = 0; share < 1; share += 0.04) {
    const colour = mix(from, to, share)
    if (does(colour)) return colour
  }
  return to
}
