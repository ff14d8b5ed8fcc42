import type { AnyWorld } from '#kernel/world'
import { Questionnaire } from '../rules/questionnaire.ts'
import { structureOf } from '../rules/structure.ts'
import { type Flaw, checkQuestionnaire } from '../rules/checkQuestionnaire.ts'
import { own } from '../tables.ts'

/** A questionnaire as it stands: still being written, or frozen and answered. */
export interface StoredQuestionnaire {
  readonly id: string
  /** Who asks: `survey:3`. */
  readonly subject: string
  readonly version: number
  readonly content: Questionnaire
  readonly isFrozen: boolean
  readonly closedAt: string | null
}

/** Begins a questionnaire for this subject; returns its number. */
export const createQuestionnaire = async ({ db, body }: AnyWorld, subject: string, content: Questionnaire): Promise<string> => {
  const { id } = await own(db)
    .insertInto('questionnaires.questionnaire')
    .values({ body_id: body.id, subject, content: JSON.stringify(Questionnaire.parse(content)), frozen_at: null, closed_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Place = Pick<AnyWorld, 'db' | 'body'>

/** The questionnaire of this subject, or undefined. */
export const questionnaireOf = (world: Place, subject: string) => find(world, 'subject', subject)
export const questionnaireById = (world: Place, id: string) => find(world, 'id', id)

const find = async ({ db, body }: Place, column: 'id' | 'subject', value: string): Promise<StoredQuestionnaire | undefined> => {
  const row = await own(db)
    .selectFrom('questionnaires.questionnaire')
    .select(['id', 'subject', 'version', 'content', 'frozen_at', 'closed_at as closedAt'])
    .where('body_id', '=', body.id)
    .where(column, '=', value)
    .executeTakeFirst()
  if (!row) return undefined
  const { frozen_at: frozenAt, content, ...rest } = row
  return { ...rest, content: Questionnaire.parse(content), isFrozen: frozenAt !== null }
}

/** Rewrites a questionnaire that nobody has answered yet. False when it is frozen. */
export const saveQuestionnaire = async ({ db, body }: AnyWorld, id: string, content: Questionnaire): Promise<boolean> => {
  const changed = await own(db)
    .updateTable('questionnaires.questionnaire')
    .set({ content: JSON.stringify(Questionnaire.parse(content)) })
    .where('body_id', '=', body.id)
    .where('id', '=', id)
    .where('frozen_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Freezes a questionnaire: from here on people answer it, and only its words may be corrected. */
export const freezeQuestionnaire = async (
  world: AnyWorld,
  stored: StoredQuestionnaire,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly flaws: readonly Flaw[] }> => {
  const flaws = checkQuestionnaire(stored.content)
  if (flaws.length > 0) return { ok: false, flaws }
  await own(world.db)
    .updateTable('questionnaires.questionnaire')
    .set({ frozen_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', stored.id)
    .where('frozen_at', 'is', null)
    .execute()
  await addVersion(world, stored, stored.version, stored.content, '')
  return { ok: true }
}

/** Corrects the words of a frozen questionnaire: a new version, with its reason. Refused when anything but words changed. */
export const correctWording = async (
  world: AnyWorld,
  stored: StoredQuestionnaire,
  content: Questionnaire,
  reason: string,
): Promise<{ readonly ok: true; readonly version: number } | { readonly ok: false; readonly because: 'structure' | 'not-frozen' }> => {
  if (!stored.isFrozen) return { ok: false, because: 'not-frozen' }
  if (structureOf(content) !== structureOf(stored.content)) return { ok: false, because: 'structure' }
  const version = stored.version + 1
  await addVersion(world, stored, version, content, reason) // two corrections that cross: the second meets the key and is told
  await own(world.db)
    .updateTable('questionnaires.questionnaire')
    .set({ content: JSON.stringify(Questionnaire.parse(content)), version })
    .where('body_id', '=', world.body.id)
    .where('id', '=', stored.id)
    .execute()
  return { ok: true, version }
}

const addVersion = (world: AnyWorld, stored: StoredQuestionnaire, version: number, content: Questionnaire, reason: string) =>
  own(world.db)
    .insertInto('questionnaires.version')
    .values({
      body_id: world.body.id,
      questionnaire_id: stored.id,
      version,
      content: JSON.stringify(content),
      reason,
      made_by: world.actor.personId,
      made_at: world.now,
    })
    .execute()

/** Corrections made since it was opened, the first first. */
export const versionsOf = ({ db, body }: Place, id: string) =>
  own(db)
    .selectFrom('questionnaires.version')
    .select(['version', 'reason', 'made_at as madeAt'])
    .where('body_id', '=', body.id)
    .where('questionnaire_id', '=', id)
    .orderBy('version')
    .execute()

/** Says since when nobody answers any more, which starts the time after which answers are removed; null reopens. */
export const closeQuestionnaire = ({ db, body }: AnyWorld, id: string, closedAt: string | null) =>
  own(db)
    .updateTable('questionnaires.questionnaire')
    .set({ closed_at: closedAt })
    .where('body_id', '=', body.id)
    .where('id', '=', id)
    .execute()
