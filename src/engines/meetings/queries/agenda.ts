import type { Where } from './assemblies.ts'

export interface Item {
  readonly id: string
  /** Null while members are still asking for it. */
  readonly position: number | null
  readonly title: string
  readonly note: string
  readonly discussion: string
  readonly askedBy: string | null
  readonly askedAt: string
  /** The rule that put it there, when neither the chair nor the members did; empty otherwise. */
  readonly byRule: string
  /** Where what led there can be read; empty otherwise. */
  readonly link: string
  /** Members who ask for it, when it is not on the agenda yet. */
  readonly asking: readonly string[]
  /** Members who ask how it be voted. */
  readonly mannersAsked: readonly { readonly person: string; readonly manner: 'named' | 'secret' }[]
}

/** The agenda in order, then what members ask for. */
export const agendaOf = async ({ db, body }: Where, meeting: string): Promise<readonly Item[]> => {
  const items = await db
    .selectFrom('meetings.item')
    .select(['id', 'position', 'title', 'note', 'discussion', 'asked_by as askedBy', 'asked_at as askedAt', 'by_rule as byRule', 'link'])
    .where('body_id', '=', body.id)
    .where('meeting_id', '=', meeting)
    .orderBy('position', order => order.asc().nullsLast())
    .orderBy('id')
    .execute()
  if (items.length === 0) return []
  const asking = await db
    .selectFrom('meetings.item_asking')
    .select(['item_id', 'person_id'])
    .where('body_id', '=', body.id)
    .where(
      'item_id',
      'in',
      items.map(item => item.id),
    )
    .orderBy('at')
    .orderBy('person_id')
    .execute()
  const manners = await db
    .selectFrom('meetings.manner_asking')
    .select(['item_id', 'person_id as person', 'manner'])
    .where('body_id', '=', body.id)
    .where(
      'item_id',
      'in',
      items.map(item => item.id),
    )
    .orderBy('at')
    .orderBy('person_id')
    .execute()
  return items.map(item => ({
    ...item,
    asking: asking.filter(one => one.item_id === item.id).map(one => one.person_id),
    mannersAsked: manners.filter(one => one.item_id === item.id).map(({ person, manner }) => ({ person, manner })),
  }))
}
