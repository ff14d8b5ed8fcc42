import { type Db, sql } from '#kernel/db'
import { formatDate, isLocale } from '#kernel/i18n'
import { record } from '#kernel/journal'
import { queueMail } from '#kernel/mail'
import { settingsOf } from '#kernel/settings'
import type { AnyWorld } from '#kernel/world'
import { electedMembers, type ElectedMember } from './electedMembers.ts'
import { sentences, words } from './locales/index.ts'
import { answerSettings } from './settings.ts'
import type { AnswersTables } from './tables.ts'

/**
 * Tells the elected member in charge of each answer that became late, once: the one named for it, else the one the commune chose,
 * else every elected member.
 * @returns how many clocks escalated
 */
export const escalateLate = async (world: AnyWorld): Promise<number> => {
  const db = world.db as unknown as Db<AnswersTables> // the engine's own tables
  const { inCharge } = await settingsOf(world, 'answers', answerSettings)
  const late = await lateClocks(world)
  let escalated = 0
  for (const clock of late) {
    const told = await electedFor(world, clock.in_charge ?? (inCharge || null))
    if (told.length === 0) continue
    for (const member of told) {
      await db
        .insertInto('answers.escalation')
        .values({ body_id: world.body.id, clock_id: clock.id, person_id: member.id, escalated_at: world.now })
        .execute()
      await writeTo(world, member, clock)
    }
    const { subject, title } = clock
    await record(world, 'answer.late', {
      subject,
      content: {
        clock: clock.id,
        dueOn: clock.due_on,
        notify: { subject, title, url: `/reponses/${clock.id}`, what: sentences('told.late') },
      },
    })
    escalated += 1
  }
  return escalated
}

interface LateClock {
  id: string
  subject: string
  title: string
  due_on: string
  in_charge: string | null
}
const lateClocks = async (world: AnyWorld): Promise<readonly LateClock[]> => {
  const { rows } = await sql<LateClock>`
    select c.id, c.subject, c.title, c.due_on, c.in_charge from answers.clock c
    where c.body_id = ${world.body.id} and c.due_on < ${world.today}
      and not exists (select from answers.answer a where a.body_id = c.body_id and a.clock_id = c.id)
      and not exists (select from answers.escalation e where e.body_id = c.body_id and e.clock_id = c.id)
    order by c.due_on, c.id limit 200`.execute(world.db)
  return rows
}

/** The person named, while they sit; else everyone who sits. */
const electedFor = async (world: AnyWorld, personId: string | null): Promise<readonly ElectedMember[]> => {
  const rows = await electedMembers(world)
  const named = rows.filter(row => row.id === personId)
  return named.length > 0 ? named : rows
}

const writeTo = async (world: AnyWorld, member: ElectedMember, clock: LateClock) => {
  if (!member.email) return
  const asked = member.locale ?? undefined
  const locale = isLocale(asked) ? asked : world.locale
  const t = words(locale)
  await queueMail(world, {
    to: member.email,
    personId: member.id,
    locale,
    subject: t('late.subject', { title: clock.title }),
    text: t('late.text', {
      name: member.name,
      title: clock.title,
      due: formatDate(clock.due_on, locale),
      url: `${world.url}/reponses/${clock.id}`,
    }),
  })
}
