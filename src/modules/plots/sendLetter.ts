import { defaultLocale, isLocale } from '#kernel/i18n'
import { sql } from '#kernel/db'
import type { JournalEvent } from '#kernel/journal'
import { queueMail } from '#kernel/mail'
import { words } from './locales/index.ts'
import { lettersOf } from './queries/tenancies.ts'
import { sayFacts } from './sayFacts.ts'
import type { Here } from './schema.ts'

/** Sends what a person was told; without an address, it waits on paper for somebody to hand it over. Runs as a job, which reads addresses. */
export const sendLetter = async (world: Here, event: JournalEvent): Promise<void> => {
  const letter = await lettersOf(world)
    .where('id', '=', event.subject.split(':')[1] ?? '0')
    .executeTakeFirst()
  if (!letter || letter.channel !== 'waiting' || letter.person === null) return
  const { rows } = await sql<{ name: string; email: string | null; locale: string }>`
    select p.name, c.email, c.locale from kernel.person p left join kernel.contact c on c.person_id = p.id
    where p.id = ${letter.person} and p.erased_at is null`.execute(world.db)
  const person = rows[0]
  const channel = person?.email ? 'mail' : 'paper'
  if (person?.email) {
    const locale = isLocale(person.locale) ? person.locale : defaultLocale
    const t = words(locale)
    const facts = sayFacts(letter.facts, locale)
    const path = letter.tenancy === null ? `demandes/${letter.application ?? ''}` : `attributions/${letter.tenancy}`
    const text = [
      t('mail.hello', { name: person.name }),
      t(`mail.${letter.kind}Text`, facts),
      t('mail.foot', { url: `${world.url}/jardins/${path}`, town: world.body.name }),
    ]
    await queueMail(world, {
      to: person.email,
      personId: letter.person,
      subject: t(`mail.${letter.kind}`, facts),
      text: text.join('\n\n'),
      locale,
    })
  }
  await world.db.updateTable('plots.letter').set({ channel }).where('body_id', '=', world.body.id).where('id', '=', letter.id).execute()
}
