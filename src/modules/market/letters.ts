import { sql } from '#kernel/db'
import { defaultLocale, formatDate, formatMoney, formatNumber, isLocale } from '#kernel/i18n'
import type { JournalEvent } from '#kernel/journal'
import { queueMail } from '#kernel/mail'
import { words } from './locales/index.ts'
import type { Here } from './schema.ts'

/** Where a trader is written to: their account first, else the address they gave. Runs as a job, which reads addresses. */
const addressOf = async ({ db, body }: Here, trader: string) => {
  const { rows } = await sql<{ name: string; person: string | null; email: string | null; locale: string | null }>`
    select t.name, t.person_id as person, coalesce(c.email, nullif(t.email, '')) as email, c.locale from market.trader t
    left join kernel.contact c on c.person_id = t.person_id where t.body_id = ${body.id} and t.id = ${trader} and t.left_on is null`.execute(
    db,
  )
  const found = rows[0]
  return found?.email
    ? { ...found, email: found.email, locale: isLocale(found.locale ?? '') ? (found.locale as 'fr' | 'en') : defaultLocale }
    : null // just checked
}
const write = async (
  world: Here,
  trader: string,
  path: string,
  letter: (locale: 'fr' | 'en') => { subject: string; text: string },
): Promise<void> => {
  const to = await addressOf(world, trader)
  if (!to) return
  const { subject, text } = letter(to.locale)
  const t = words(to.locale)
  const parts = [t('mail.hello', { name: to.name }), text, t('mail.foot', { url: `${world.url}${path}`, town: world.body.name })]
  await queueMail(world, { to: to.email, personId: to.person, subject, text: parts.join('\n\n'), locale: to.locale })
}
const numberIn = (event: JournalEvent): string => event.subject.split(':')[1] ?? '0'

/** The receipt, sent to whoever has an address. */
export const sendReceipt = async (world: Here, event: JournalEvent): Promise<void> => {
  const uid = String((event.content as { act?: string } | null)?.act ?? '') // written by receive()
  const { rows } = await sql<{
    day: string
    on: string
    trader: string
    book: string
    number: number
    name: string
    dm: number
    metre: number
    cents: number
    means: 'cash'
  }>`
    select r.day_id::text as day, d.held_on as "on", r.trader_id::text as trader, r.device_id::text as book, r.number, t.name, r.decimetres as dm,
      r.metre_cents as metre, r.cents, r.means from market.receipt r join market.day d on d.body_id = r.body_id and d.id = r.day_id
    join market.trader t on t.body_id = r.body_id and t.id = r.trader_id where r.body_id = ${world.body.id} and r.act_uid = ${uid} and r.kind = 'fee'`.execute(
    world.db,
  )
  const receipt = rows[0]
  if (!receipt) return
  await write(world, receipt.trader, `/marche/jours/${receipt.day}/recus/${receipt.book}/${receipt.number}`, locale => {
    const t = words(locale)
    const date = formatDate(receipt.on, locale)
    return {
      subject: t('mail.receipt', { date }),
      text: t('mail.receiptText', {
        number: `${receipt.book}-${receipt.number}`,
        town: world.body.name,
        date,
        name: receipt.name,
        metres: formatNumber(receipt.dm / 10, locale),
        unit: formatMoney(receipt.metre, locale),
        amount: formatMoney(receipt.cents, locale),
        means: t(`sq.means.${receipt.means}`),
      }),
    }
  })
}
/** A step reaches the trader the day it is taken; without an address, its letter is printed. */
export const sendStep = async (world: Here, event: JournalEvent): Promise<void> => {
  const { rows } = await sql<{ trader: string; kind: 'reminder'; reason: string; due: string; subscription: string; alley: string }>`
    select b.trader_id::text as trader, s.kind, s.reason, s.due_on as due, b.id::text as subscription, a.name as alley from market.step s
    join market.subscription b on b.body_id = s.body_id and b.id = s.subscription_id join market.alley a on a.body_id = b.body_id and a.id = b.alley_id
    where s.body_id = ${world.body.id} and s.id = ${numberIn(event)}`.execute(world.db)
  const step = rows[0]
  if (!step) return
  await write(world, step.trader, `/marche/abonnements/${step.subscription}`, locale => {
    const t = words(locale)
    const isHearing = String(step.kind) === 'hearing'
    const text = [
      t(`letter.${step.kind}`, { alley: step.alley }),
      step.reason,
      t(isHearing ? 'step.hearingDay' : 'step.due', { date: formatDate(step.due, locale) }),
      t(isHearing ? 'letter.hearingRights' : 'letter.rights'),
    ]
    return { subject: t('mail.step', { kind: t(`step.${step.kind}`) }), text: text.join('\n\n') }
  })
}
/** What the town hall answered to who asked to come. */
export const sendDecision = async (world: Here, event: JournalEvent): Promise<void> => {
  const { rows } = await sql<{
    accepted: boolean
    reason: string
  }>`select accepted_on is not null as accepted, refused_because as reason from market.trader
    where body_id = ${world.body.id} and id = ${numberIn(event)}`.execute(world.db)
  const decision = rows[0]
  if (!decision) return
  await write(world, numberIn(event), `/marche/commercants/${numberIn(event)}`, locale => {
    const t = words(locale)
    return {
      subject: t('mail.decision'),
      text: decision.accepted ? t('mail.accepted') : t('mail.refusedText', { reason: decision.reason }),
    }
  })
}
