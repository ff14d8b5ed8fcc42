import { createHmac } from 'node:crypto'
import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { Answers } from '../rules/answers.ts'
import { own } from '../tables.ts'
import type { Answerer } from './responses.ts'

/** Answers begun and not sent. */
export interface Draft {
  readonly id: string
  readonly section: string | null
  readonly language: string
  readonly answers: Answers
  /** Its code was asked for. */
  readonly isOpenElsewhere: boolean
}

/** What this person or browser has begun, or undefined. */
export const draftOf = async (
  { db, body }: Pick<AnyWorld, 'db' | 'body'>,
  questionnaire: string,
  answerer: Answerer,
): Promise<Draft | undefined> => {
  if (answerer === 'nobody') return undefined
  const row = await own(db)
    .selectFrom('questionnaires.draft')
    .select(['id', 'section', 'language', 'answers'])
    .select(eb => eb('code_digest', 'is not', null).as('isOpenElsewhere'))
    .where('body_id', '=', body.id)
    .where('questionnaire_id', '=', questionnaire)
    .where(eb => ('person' in answerer ? eb('person_id', '=', answerer.person) : eb('device_key', '=', answerer.device)))
    .executeTakeFirst()
  return row && { ...row, isOpenElsewhere: Boolean(row.isOpenElsewhere), answers: Answers.parse(row.answers) }
}

/** Keeps what was typed so far, in place of what was kept before. */
export const saveDraft = async (
  world: AnyWorld,
  questionnaire: string,
  answerer: Exclude<Answerer, 'nobody'>,
  kept: { readonly section: string | null; readonly language: string; readonly answers: Answers },
): Promise<void> => {
  const values = { section: kept.section, language: kept.language, answers: JSON.stringify(kept.answers), changed_at: world.now }
  await own(world.db)
    .insertInto('questionnaires.draft')
    .values({
      body_id: world.body.id,
      questionnaire_id: questionnaire,
      person_id: 'person' in answerer ? answerer.person : null,
      device_key: 'device' in answerer ? answerer.device : null,
      code_digest: null,
      ...values,
    })
    .onConflict(one => one.columns(['body_id', 'questionnaire_id', 'person' in answerer ? 'person_id' : 'device_key']).doUpdateSet(values))
    .execute()
}

/** Forgets what was begun: it was sent, or the person wants to start again. */
export const forgetDraft = async ({ db, body }: AnyWorld, questionnaire: string, answerer: Answerer): Promise<void> => {
  if (answerer === 'nobody') return
  await own(db)
    .deleteFrom('questionnaires.draft')
    .where('body_id', '=', body.id)
    .where('questionnaire_id', '=', questionnaire)
    .where(eb => ('person' in answerer ? eb('person_id', '=', answerer.person) : eb('device_key', '=', answerer.device)))
    .execute()
}

// No vowel, so that no word appears; nothing that hands confuse.
const symbols = '23456789BCDFGHJKMNPQRSTVWXZ'
const codeLength = 10

/** The code that continues this draft elsewhere, `4K7R2-9BCDF`; the same each time it is asked. Null without draft, or before `openElsewhere`. */
export const continueCode = async (world: AnyWorld, questionnaire: string, answerer: Answerer): Promise<string | null> => {
  const draft = await draftOf(world, questionnaire, answerer)
  const code = draft?.isOpenElsewhere ? codeOf(world, draft.id) : null
  return code && `${code.slice(0, 5)}-${code.slice(5)}`
}

/** From here on, whoever has the code of this draft continues it elsewhere. */
export const openElsewhere = async (world: AnyWorld, questionnaire: string, answerer: Answerer): Promise<void> => {
  const draft = await draftOf(world, questionnaire, answerer)
  if (!draft) return
  await own(world.db)
    .updateTable('questionnaires.draft')
    .set({ code_digest: digestOf(world, codeOf(world, draft.id)) })
    .where('body_id', '=', world.body.id)
    .where('id', '=', draft.id)
    .execute()
}

const codeOf = ({ signingKey, body }: Pick<AnyWorld, 'signingKey' | 'body'>, draft: string) =>
  [...createHmac('sha256', signingKey).update(`draft code ${body.id} ${draft}`).digest().subarray(0, codeLength)]
    .map(byte => symbols[byte % symbols.length])
    .join('')

/**
 * Moves the draft of this code to this person or browser, in place of what they had begun. False when the code is unknown, or
 * when the draft is someone's own and this is not them.
 */
export const continueDraft = async (
  world: AnyWorld,
  questionnaire: string,
  typed: string,
  answerer: Exclude<Answerer, 'nobody'>,
): Promise<boolean> => {
  const digest = digestOf(world, typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
  const { rows } = await sql<{ id: string; person: string | null }>`
    select id, person_id as person from questionnaires.draft
    where body_id = ${world.body.id} and questionnaire_id = ${questionnaire} and code_digest = ${digest} for update`.execute(world.db)
  const found = rows[0]
  if (!found || (found.person !== null && !('person' in answerer && answerer.person === found.person))) return false
  if (found.person !== null) return true
  const mine = await draftOf(world, questionnaire, answerer)
  if (mine && mine.id !== found.id) await forgetDraft(world, questionnaire, answerer)
  await own(world.db)
    .updateTable('questionnaires.draft')
    .set({
      person_id: 'person' in answerer ? answerer.person : null,
      device_key: 'device' in answerer ? answerer.device : null,
      code_digest: null,
      changed_at: world.now,
    })
    .where('body_id', '=', world.body.id)
    .where('id', '=', found.id)
    .execute()
  return true
}

const digestOf = ({ signingKey, body }: Pick<AnyWorld, 'signingKey' | 'body'>, code: string) =>
  createHmac('sha256', signingKey).update(`draft ${body.id} ${code}`).digest()
