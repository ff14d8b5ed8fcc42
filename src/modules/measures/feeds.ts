import { Feed } from 'feed'
import { type C, download } from '#kernel/http'
import type { KernelTables } from '#kernel/service'
import { words } from './locales/index.ts'
import { latestMeasures } from './queries/latestMeasures.ts'
import type { MeasureDetail } from './queries/readMeasure.ts'
import type { MeasureTables } from './schema.ts'

type Here = C<MeasureTables & KernelTables>

/** The thirty measures that changed last. */
export const feedOf = async (c: Here) => {
  const { db, body, locale, url } = c.var
  const t = words(locale)
  const measures = await latestMeasures(db, body.id, 30)
  const feed = feedNamed(c, `${t('measures.title')} · ${body.name}`, '/mesures', measures[0]?.changedAt)
  for (const measure of measures) {
    const link = `${url}/mesures/${measure.id}`
    feed.addItem({
      title: measure.title,
      id: link,
      link,
      date: new Date(measure.changedAt),
      description: `${t(`stage.${measure.stage}`)}. ${measure.summary}`,
    })
  }
  return send(c, feed)
}

/** The stages and versions of one measure. */
export const measureFeed = (c: Here, measure: MeasureDetail) => {
  const t = words(c.var.locale)
  const link = `${c.var.url}/mesures/${measure.id}`
  const feed = feedNamed(c, `${measure.title} · ${c.var.body.name}`, `/mesures/${measure.id}`, measure.changedAt)
  const news = [
    ...measure.stages.map(row => ({
      at: row.at,
      id: `${link}#${row.stage}-${row.at}`,
      title: t('thread.stage', { stage: t(`stage.${row.stage}`) }),
      text: row.reason,
    })),
    ...measure.versions.map(row => ({
      at: row.at,
      id: `${link}/versions/${row.number}`,
      title: t('thread.version', { n: row.number }),
      text: row.note,
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1))
  for (const { at, id, title, text } of news) feed.addItem({ title, id, link, date: new Date(at), description: text })
  return send(c, feed)
}

const feedNamed = (c: Here, title: string, path: string, changedAt: string | undefined) =>
  new Feed({
    title,
    id: `${c.var.url}${path}`,
    link: `${c.var.url}${path}`,
    language: c.var.locale,
    copyright: c.var.body.name,
    updated: new Date(changedAt ?? c.var.now),
    feedLinks: { atom: `${c.var.url}${path}/flux.atom` },
    generator: 'Yvette',
  })

const send = (c: Here, feed: Feed) =>
  download(c, { name: 'flux.atom', type: 'application/atom+xml; charset=utf-8', body: feed.atom1(), inline: true })
