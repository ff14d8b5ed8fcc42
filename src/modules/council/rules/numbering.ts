export const numberings = ['AAAA-N', 'AAAA-NNN', 'DEL-AAAA-NNN', 'AAAAMMJJ-NNN'] as const
/** How deliberations are numbered: the year, the day, and a number that begins again each year. */
export type Numbering = (typeof numberings)[number]

/** The number as it is written: `2026-012`. Two numbers of one year are never written alike. */
export const labelOf = (numbering: Numbering, heldOn: string, number: number): string => {
  const year = heldOn.slice(0, 4)
  const padded = String(number).padStart(3, '0')
  if (numbering === 'AAAA-N') return `${year}-${number}`
  if (numbering === 'AAAA-NNN') return `${year}-${padded}`
  if (numbering === 'DEL-AAAA-NNN') return `DEL-${year}-${padded}`
  return `${heldOn.replaceAll('-', '')}-${padded}`
}
