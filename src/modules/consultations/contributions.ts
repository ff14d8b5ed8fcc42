import { clocksAboutEach } from '#engines/answers'
import { plainText } from '#engines/texts'
import { dayInParis } from '#kernel/rules'
import type { CalendarEntry, HomeCard, Outcome, OutcomesAsked, PublicChange } from '#kernel/service'
import { formatDate } from '#kernel/i18n'
import { words } from './locales/index.ts'
import { consultationLines } from './queries/consultations.ts'
import { closingBetween, latestSteps, publishedAbout } from './queries/contributions.ts'
import type { Here } from './schema.ts'

/** On the home page: what one can answer now. */
export const home: readonly HomeCard[] = [
  {
    order: 15,
    card: async (world: Here) => {
      const t = words(world.locale)
      const lines = (await consultationLines(world.db, world.body.id, { drafts: false }, { size: 10, start: 0 })).filter(
        one => one.state === 'open' && one.opensOn <= world.today && one.closesOn >= world.today,
      )
      if (lines.length === 0) return null
      return {
        title: t('home.title'),
        lead: t('home.lead'),
        items: lines.slice(0, 3).map(one => ({
          title: one.title,
          url: `/consultations/${one.id}`,
          note: t('home.note', { n: one.participants, date: formatDate(one.closesOn, world.locale) }),
        })),
        more: { label: t('home.more'), url: '/consultations' },
      }
    },
  },
]

/** Opened, prolonged, closed, published. */
export const changes = async (world: Here, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  return (await latestSteps(world, limit)).map(({ id, consultation, title, kind, at, reason }) => ({
    id: `consultation-step:${id}`,
    title: t('change.step', { title, step: t(`kind.${kind}`) }),
    url: kind === 'published' ? `/consultations/${consultation}/resultats` : `/consultations/${consultation}`,
    at,
    ...(reason ? { text: reason } : {}),
  }))
}

/** The last day of each consultation. */
export const calendar = async (world: Here, from: string, to: string): Promise<readonly CalendarEntry[]> => {
  const t = words(world.locale)
  return (await closingBetween(world, from, to)).map(({ id, title, closesOn }) => ({
    id: `consultation-${id}`,
    title: t('calendar.closes', { title }),
    startsAt: closesOn,
    endsAt: `${closesOn}T20:00:00.000Z`,
    url: `/consultations/${id}`,
  }))
}

/** From what people said to what the town hall answered. */
export const outcomes = async (world: Here, asked: OutcomesAsked): Promise<readonly Outcome[]> => {
  const t = words(world.locale)
  const published = await publishedAbout(world, asked)
  const clocksOf = await clocksAboutEach(
    world,
    published.map(({ id }) => `consultation:${id}`),
  )
  return published.map(({ id, title, measure, service, at, participants }): Outcome => {
    const clock = clocksOf(`consultation:${id}`).find(one => one.answer)
    const answer = clock?.answer
    return {
      id: `consultation:${id}`,
      title,
      measure,
      service,
      said: {
        text: t('outcome.said', { n: participants }),
        url: `/consultations/${id}/resultats`,
        on: dayInParis(at),
      },
      decided: answer
        ? {
            text: plainText(answer.text).slice(0, 300).toWellFormed(),
            url: `/reponses/${clock.id}`,
            on: dayInParis(answer.answeredAt),
          }
        : null,
      done: null,
      measured: null,
      at: answer?.answeredAt ?? at,
    }
  })
}

/** What a measure, or a service, is asked to people about. */
export const relatedConsultations = async (world: Here, subject: string) => {
  const [, kind, id] = /^(measure|service):(\d{1,18})$/.exec(subject) ?? []
  if (!kind || !id) return []
  const lines = await consultationLines(world.db, world.body.id, { drafts: false, [kind]: id }, { size: 20, start: 0 })
  return lines.map(one => ({ title: one.title, url: `/consultations/${one.id}` }))
}
