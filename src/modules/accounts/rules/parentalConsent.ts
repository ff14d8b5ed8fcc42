/** Full years lived on a day; a person born on 29 February comes of age on 1 March. */
export const ageOn = (birthDate: string, today: string): number => {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** Whether a minor's account has the agreements the law asks for. `guardians` and `consents` are persons. */
export const consentState = ({ birthDate, today, consentAge, parentsAsked, guardians, consents }: ConsentQuestion): ConsentState => {
  if (birthDate === null) return { state: 'unknown-age', missing: [] }
  if (ageOn(birthDate, today) >= consentAge) return { state: 'not-needed', missing: [] }
  const missing = guardians.filter(guardian => !consents.includes(guardian))
  const given = guardians.length - missing.length
  const enough = parentsAsked === 'all' ? guardians.length > 0 && missing.length === 0 : given > 0
  return enough ? { state: 'given', missing: [] } : { state: 'missing', missing }
}
export interface ConsentQuestion {
  readonly birthDate: string | null
  readonly today: string
  /** Age from which one consents alone, in years (loi n° 78-17, article 45). */
  readonly consentAge: number
  /** Usual acts are presumed agreed by both when one acts (Code civil, 372-2); the commune may ask for all. */
  readonly parentsAsked: 'one' | 'all'
  readonly guardians: readonly string[]
  readonly consents: readonly string[]
}
export interface ConsentState {
  readonly state: 'not-needed' | 'given' | 'missing' | 'unknown-age'
  readonly missing: readonly string[]
}
