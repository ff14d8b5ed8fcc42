import type { Marker } from './readMarker.ts'

interface Open {
  readonly marker: Pick<Marker, 'style' | 'family' | 'level'>
  readonly indent: number
}
export interface Nesting {
  /** Where a new point goes: its depth. Points no deeper are closed. */
  place(marker: Pick<Marker, 'style' | 'family' | 'level'>, indent: number): number
}

/** Keeps the branch under way and finds, for each new point, the ancestor whose style or indentation it shares. */
export const nesting = (): Nesting => {
  let open: Open[] = []
  return {
    place(marker, indent) {
      open = open.slice(0, depthFor(open, marker, indent))
      open.push({ marker, indent })
      return open.length - 1
    },
  }
}

const depthFor = (open: readonly Open[], marker: Open['marker'], indent: number): number => {
  if (marker.family === 'heading') return firstIndex(open, above => above.marker.family !== 'heading' || above.marker.level >= marker.level)
  if (marker.family === 'bullet') return bulletDepth(open, marker, indent)
  if (marker.style === 'plain') return firstIndex(open, above => above.marker.family !== 'heading' && above.indent >= indent)
  if (marker.style.startsWith('decimal')) return decimalDepth(open, marker, indent)
  return lastIndex(open, above => above.marker.style === marker.style)
}

/** 1.1 sits beside 1.2 and under 1.; the same style further in (1. within 1.) is a list of its own. */
const decimalDepth = (open: readonly Open[], marker: Open['marker'], indent: number): number => {
  const same = lastIndex(open, above => above.marker.style === marker.style && (marker.level > 1 || Math.abs(above.indent - indent) < 2))
  if (same < open.length) return same
  const wider = open.findIndex(
    above =>
      above.marker.style.startsWith('decimal') &&
      (above.marker.level > marker.level || (above.marker.level === marker.level && above.indent > indent)),
  )
  return wider < 0 ? open.length : wider
}

/** Same bullet and same indentation are siblings; then indentation decides; at equal indentation a new bullet goes deeper. */
const bulletDepth = (open: readonly Open[], marker: Open['marker'], indent: number): number => {
  const same = lastIndex(open, above => above.marker.style === marker.style && Math.abs(above.indent - indent) < 2)
  if (same < open.length) return same
  const isBullet = (above: Open) => above.marker.family === 'bullet'
  const further = open.findIndex(above => isBullet(above) && above.indent > indent + 1)
  return further < 0 ? open.length : further
}

const firstIndex = (open: readonly Open[], test: (above: Open) => boolean) => {
  const found = open.findIndex(test)
  return found < 0 ? open.length : found
}
const lastIndex = (open: readonly Open[], test: (above: Open) => boolean) => {
  const found = open.findLastIndex(test)
  return found < 0 ? open.length : found
}
