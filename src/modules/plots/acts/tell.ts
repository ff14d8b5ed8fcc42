import { record } from '#kernel/journal'
import type { LetterKind } from '../rules/terms.ts'
import type { Here } from '../schema.ts'

/** Keeps what a person is told and when; the letter leaves with the event, by mail or on paper. */
export const tell = async (
  world: Here,
  letter: {
    readonly person: string | null
    readonly kind: LetterKind
    readonly tenancy?: string | null
    readonly application?: string | null
    /** Days are written in full when the letter is. */
    readonly facts?: Readonly<Record<string, string | number>>
  },
): Promise<void> => {
  if (letter.person === null) return
  const { id } = await world.db
    .insertInto('plots.letter')
    .values({
      body_id: world.body.id,
      person_id: letter.person,
      tenancy_id: letter.tenancy ?? null,
      application_id: letter.application ?? null,
      kind: letter.kind,
      facts: JSON.stringify(letter.facts ?? {}),
      told_at: world.now,
      handed_on: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'plot.told', { subject: `plotLetter:${id}`, content: { kind: letter.kind } })
}
