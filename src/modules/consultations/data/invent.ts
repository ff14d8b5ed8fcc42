import { createHash } from 'node:crypto'
import type { Vote } from '../rules/terms.ts'
import type { InventedStatement } from './invented.ts'

/** An invented participant: their group, when they came, and what they answered. Always the same for the same name. */
export interface Invented {
  readonly name: string
  readonly group: number
  readonly answers: readonly { readonly statement: number; readonly vote: Vote }[]
}

/** A number between 0 and 1 drawn from words. */
export const lot = (...words: readonly (string | number)[]): number =>
  createHash('sha256').update(words.join(' ')).digest().readUIntBE(0, 6) / 2 ** 48

/** `sizes` says how many people each group has; each answers about four statements in five, as their group does. */
export const inventParticipants = (
  name: string,
  statements: readonly InventedStatement[],
  sizes: readonly number[],
): readonly Invented[] => {
  const people = sizes.flatMap((size, group) => Array.from({ length: size }, (_, at) => ({ name: `${name} ${group} ${at}`, group })))
  return people
    .toSorted((a, b) => lot('order', a.name) - lot('order', b.name))
    .map(person => ({
      ...person,
      answers: statements.flatMap(({ groups, isSeed }, at) => {
        if (lot('seen', person.name, at) > (isSeed ? 0.88 : 0.55)) return []
        const [agree, disagree] = groups[person.group] ?? [5, 5]
        const drawn = lot('vote', person.name, at) * 10
        return [{ statement: at + 1, vote: drawn < agree ? 1 : drawn < agree + disagree ? -1 : 0 } as const]
      }),
    }))
}
