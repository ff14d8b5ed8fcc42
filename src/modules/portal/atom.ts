import { Feed } from 'feed'
import type { PublicChange } from '#kernel/service'

/** What changed, as an Atom feed (RFC 4287). `url` is the public origin. */
export const atom = (changes: readonly PublicChange[], made: { title: string; url: string; now: string; locale: string }) => {
  const feed = new Feed({
    id: `${made.url}/`,
    title: made.title,
    link: `${made.url}/`,
    language: made.locale,
    updated: new Date(changes[0]?.at ?? made.now), // text of an instant, not the clock
    feedLinks: { atom: `${made.url}/flux.atom` },
    copyright: 'Licence Ouverte 2.0',
    generator: 'Yvette',
  })
  for (const change of changes) {
    const link = new URL(change.url, made.url).href
    feed.addItem({
      id: `${link}#${change.id}`,
      title: asHtml(change.title),
      link,
      date: new Date(change.at),
      ...(change.text ? { description: asHtml(change.text) } : {}),
    })
  }
  return feed.atom1()
}

/** The feed says its texts are HTML: what people wrote must stay text. */
const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
