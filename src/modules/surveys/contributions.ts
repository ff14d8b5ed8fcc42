import { Labels, said } from '#engines/surveys'
import { together } from '#kernel/db'
import { formatDate } from '#kernel/i18n'
import type { CalendarEntry, Outcome, OutcomesAsked, PublicChange } from '#kernel/world'
import { words } from './locales/index.ts'
import { effectsOfEach } from './queries/effects.ts'
import { latestPublications, respondentsOf } from './queries/publications.ts'
import { openSurveys, surveysAbout, surveysListed, type Survey } from './queries/surveys.ts'
import type { Here } from './schema.ts'

/** What the home page shows: the surveys one can answer today. */
export const homeCard = async (world: Here) => {
  const open = await openSurveys(world, 5)
  if (open.length === 0) return null
  const { locale } = world
  const t = words(locale)
  return {
    title: t('home.title'),
    lead: t('home.lead', { n: open.length }),
    items: open.map(survey => ({
      title: said(survey.title, locale).text,
      url: `/enquetes/${survey.id}`,
      ...(survey.closesOn ? { note: t('home.until', { until: formatDate(survey.closesOn, locale) }) } : {}),
    })),
    more: { label: t('home.more'), url: '/enquetes' },
  }
}

/** Surveys opened and results published, the latest first. */
export const changes = async (world: Here, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const title = (labels: unknown) => said(Labels.parse(labels), world.locale).text
  const [listed, latest] = await together([
    surveysListed(world, { withUnopened: false, size: limit, start: 0 }),
    latestPublications(world, limit),
  ])
  const opened = listed.flatMap(survey =>
    survey.openedAt
      ? [
          {
            id: `survey-opened-${survey.id}`,
            title: t('change.opened', { title: title(survey.title) }),
            url: `/enquetes/${survey.id}`,
            at: survey.openedAt,
            text: said(survey.purpose, world.locale).text,
          },
        ]
      : [],
  )
  const published = latest.map(one => ({
    id: `survey-published-${one.id}-${one.version}`,
    title: t('change.published', { title: title(one.title) }),
    url: `/enquetes/${one.id}/resultats?version=${one.version}`,
    at: one.publishedAt,
    ...(one.remarks ? { text: one.remarks } : {}),
  }))
  return [...opened, ...published].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1)).slice(0, limit)
}

/** The last day of each open survey. */
export const calendar = async (world: Here, from: string, to: string): Promise<readonly CalendarEntry[]> =>
  (await openSurveys(world, 100)).flatMap(survey => {
    const day = survey.closesOn
    if (!day || day < from.slice(0, 10) || day > to.slice(0, 10)) return []
    const title = words(world.locale)('calendar.closes', { title: said(survey.title, world.locale).text })
    return [{ id: `survey-${survey.id}`, title, startsAt: day, endsAt: `${day}T17:00:00Z`, url: `/enquetes/${survey.id}` }]
  })

/** From what people answered to what was decided, done and measured. */
export const outcomes = async (world: Here, asked: OutcomesAsked): Promise<readonly Outcome[]> => {
  const surveys = (await surveysConcerned(world, asked)).filter(({ published }) => published !== null)
  const ids = surveys.map(({ id }) => id)
  const [publications, allEffects] = await together([respondentsOf(world, ids), effectsOfEach(world, ids)])
  const threads: Outcome[] = []
  for (const survey of surveys) {
    const publication = publications.get(survey.id)
    if (!publication) continue
    const effects = allEffects(survey.id)
    const step = (kind: 'decided' | 'done' | 'measured') => {
      const found = effects.findLast(one => one.kind === kind)
      return found ? { text: found.text, url: `/enquetes/${survey.id}/resultats`, on: found.on } : null
    }
    const published = publication.publishedAt
    threads.push({
      id: `survey:${survey.id}`,
      title: said(survey.title, world.locale).text,
      service: survey.service,
      measure: survey.measure,
      said: {
        text: words(world.locale)('outcome.said', { n: publication.respondents }),
        url: `/enquetes/${survey.id}/resultats`,
        on: published.slice(0, 10),
      },
      decided: step('decided'),
      done: step('done'),
      measured: step('measured'),
      at: [published, ...effects.map(one => `${one.on}T12:00:00.000Z`)].toSorted().at(-1) ?? published,
    })
  }
  return threads.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1)).slice(0, asked.limit)
}

const surveysConcerned = (world: Here, { service, measure, limit }: OutcomesAsked): Promise<readonly Survey[]> => {
  if (service !== null) return surveysAbout(world, 'service', service)
  if (measure !== null) return surveysAbout(world, 'measure', measure)
  return surveysListed(world, { withUnopened: false, size: Math.max(limit, 20), start: 0 })
}
