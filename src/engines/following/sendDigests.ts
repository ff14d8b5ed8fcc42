import { z } from 'zod'
import { sql } from '#kernel/db'
import { defaultLocale, isLocale } from '#kernel/i18n'
import { queueMail } from '#kernel/mail'
import type { AnyWorld } from '#kernel/world'
import { digestLetter, type News } from './digestLetter.ts'
import { leavePath } from './leaveLink.ts'
import { What } from './notifications.ts'
import { digestDue, reasons, type Rhythm, usualRhythm } from './rules.ts'

/**
 * Writes the letters that are due in one body: at most one per person, with all the news not yet written about. News of people who
 * want no letters, or have no address, counts as settled: it stays on the site.
 * @returns how many letters were written
 */
export const sendDigests = async (world: AnyWorld): Promise<number> => {
  const hour = hourInParis(world.now)
  let letters = 0
  for (const reader of await readersWithNews(world)) {
    const unwanted = reader.rhythm === 'never' || reader.email === null
    if (!unwanted && !digestDue(reader.rhythm, reader.lastOn, { today: world.today, hour })) continue
    const news = await settle(world, reader.personId)
    if (unwanted || news.length === 0) continue
    await write(world, { ...reader, email: reader.email! }, news)
    letters += 1
  }
  return letters
}

interface Reader {
  personId: string
  name: string
  email: string | null
  locale: string | null
  rhythm: Rhythm
  lastOn: string | null
}

const readersWithNews = async (world: AnyWorld): Promise<readonly Reader[]> => {
  const { rows } = await sql<Reader>`
    select p.id as "personId", p.name, c.email, c.locale, coalesce(r.rhythm, ${usualRhythm}) as rhythm,
      (select max(d.sent_on) from following.digest d where d.body_id = ${world.body.id} and d.person_id = p.id) as "lastOn"
    from (select distinct person_id from following.notification where body_id = ${world.body.id} and settled_at is null) n
    join kernel.person p on p.id = n.person_id
    left join kernel.contact c on c.person_id = p.id
    left join following.rhythm r on r.body_id = ${world.body.id} and r.person_id = p.id
    order by p.id`.execute(world.db)
  return rows
}

const Row = z.object({ id: z.string(), subject: z.string(), title: z.string(), url: z.string(), what: What, because: z.enum(reasons) })
/** Takes what is waiting, so that no other run writes about it. */
const settle = async (world: AnyWorld, personId: string): Promise<readonly News[]> => {
  const { rows } = await sql`
    update following.notification set settled_at = ${world.now} where body_id = ${world.body.id} and person_id = ${personId} and settled_at is null
    returning id, subject, title, url, what, because`.execute(world.db)
  return z
    .array(Row)
    .parse(rows)
    .toSorted((a, b) => Number(BigInt(a.id) - BigInt(b.id)))
}

const write = async (world: AnyWorld, reader: Reader & { email: string }, news: readonly News[]) => {
  const subjects = new Set(news.map(one => one.subject))
  const leaving = (subject: string) => leavePath(world.signingKey, { body: world.body.id, personId: reader.personId, subject })
  const leaveSubject = subjects.size === 1 ? leaving(news[0]!.subject) : null
  const asked = reader.locale ?? undefined
  const locale = isLocale(asked) ? asked : defaultLocale
  const letter = digestLetter({
    commune: world.body.name,
    name: reader.name,
    origin: world.url,
    news,
    total: news.length,
    locale,
    leaveSubject,
    leaveAll: leaving('*'),
  })
  await queueMail(world, {
    ...letter,
    to: reader.email,
    personId: reader.personId,
    locale,
    unsubscribe: world.url + (leaveSubject ?? leaving('*')),
  })
  await sql`insert into following.digest (body_id, person_id, sent_on, sent_at)
    values (${world.body.id}, ${reader.personId}, ${world.today}, ${world.now}) on conflict do nothing`.execute(world.db)
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' })
const hourInParis = (instant: string) => Number(clock.format(Date.parse(instant)))
