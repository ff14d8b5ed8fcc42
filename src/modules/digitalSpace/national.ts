import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Locale } from '#kernel/i18n'

export type ActivityKind = 'individual' | 'group'

const Line = z.tuple([z.string(), z.string(), z.string()])
const Lists = z.strictObject({
  source: z.url(),
  commit: z.string(),
  readOn: z.iso.date(),
  from: z.iso.date(),
  status: z.enum(['verified', 'to-be-confirmed']),
  note: z.strictObject({ fr: z.string(), en: z.string() }),
  lists: z.strictObject({
    place: z.array(Line),
    equipment: z.array(Line),
    topic: z.array(Line),
    procedure: z.array(Line),
    autonomy: z.array(Line),
    redirected: z.array(Line),
    level: z.array(Line),
    gender: z.array(Line),
    ageBand: z.array(Line),
    socialStatus: z.array(Line),
  }),
})
const { lists, ...about } = Lists.parse(JSON.parse(readFileSync(new URL('./data/activity.json', import.meta.url), 'utf8')))

/** Where the fields of an activity record come from, and since when. */
export const nationalFields = about
export type ListName = keyof typeof lists

/** The codes of a national list, in order. */
export const codesOf = (...names: readonly ListName[]): readonly [string, ...string[]] => {
  const [first, ...rest] = names.flatMap(name => lists[name].map(([code]) => code))
  if (first === undefined) throw new Error('A national list is never empty.')
  return [first, ...rest]
}
/** The lines of a national list, as a form offers them. */
export const optionsOf = (name: ListName, locale: Locale): readonly { readonly value: string; readonly label: string }[] =>
  lists[name].map(([value, fr, en]) => ({ value, label: locale === 'fr' ? fr : en }))

const said = new Map(Object.entries(lists).flatMap(([name, list]) => list.map(line => [`${name} ${line[0]}`, line] as const)))
/** How a code is said; the code itself when the list no longer has it. */
export const sayCode = (name: ListName, code: string, locale: Locale): string =>
  said.get(`${name} ${code}`)?.[locale === 'fr' ? 1 : 2] ?? code
/** Topics and procedures stand in one column of a record. */
export const sayTopic = (code: string, locale: Locale): string =>
  said.has(`topic ${code}`) ? sayCode('topic', code, locale) : sayCode('procedure', code, locale)

/** What a mandate may be about: the kinds of procedures of Aidants Connect, which are those of service-public.gouv.fr. */
export const scopes: readonly [string, ...string[]] = [
  'papiers_elections_citoyennete',
  'famille_scolarite',
  'social_sante',
  'travail_formation',
  'logement',
  'transports_mobilite',
  'argent_impots',
  'justice',
  'etrangers_europe',
  'loisirs_sports_culture',
]
export const sayScope = (scope: string, locale: Locale): string => sayCode('procedure', scope, locale)
/** The scopes that a mandate still has, one after the other. */
export const sayScopes = (scopes: readonly { readonly scope: string; readonly revokedAt: string | null }[], locale: Locale): string =>
  scopes
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ scope }) => sayScope(scope, locale))
    .join(' · ')
