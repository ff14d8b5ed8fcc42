/** An address of this site as its path, whether typed in full or not; empty when it leads elsewhere or nowhere. */
export const sitePath = (typed: string, origin: string): string => {
  const path = typed.startsWith(`${origin}/`) ? typed.slice(origin.length) : typed
  return /^\/[^/\\\p{Cc}][^\\\p{Cc}]{0,250}$/u.test(path) ? path : ''
}

/** The address of a line, and the line of an address: how the measures remember where they come from. */
export const linePath = (id: string) => `/besoins/lignes/${id}`
export const lineOfPath = (path: string): string | null => /^\/besoins\/lignes\/(\d{1,18})$/.exec(path)?.[1] ?? null
