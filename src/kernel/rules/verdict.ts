/** A decision that can explain itself: allowed, or refused for a reason that has its sentence in the locales. */
export type Verdict<Refusal extends string> = { readonly ok: true } | { readonly ok: false; readonly because: Refusal }
export const allowed = { ok: true } as const
export const refused = <const Refusal extends string>(because: Refusal) => ({ ok: false, because }) as const
