/** Where a sheet of paper stands. */
export type SheetState = 'printed' | 'keyed-once' | 'to-settle' | 'counted' | 'set-aside'

/** What may be done with a sheet next, by this person; refusals have their sentence in the locales of the room that shows them. */
export type SheetRefusal = 'finished' | 'keyed-by-you' | 'to-settle'
export const canKey = (
  sheet: { readonly state: SheetState; readonly keyedBy: readonly (string | null)[] },
  person: string,
): { readonly ok: true } | { readonly ok: false; readonly because: SheetRefusal } => {
  if (sheet.state === 'counted' || sheet.state === 'set-aside') return { ok: false, because: 'finished' }
  if (sheet.state === 'to-settle') return { ok: false, because: 'to-settle' }
  return sheet.keyedBy.includes(person) ? { ok: false, because: 'keyed-by-you' } : { ok: true }
}
