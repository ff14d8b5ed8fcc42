import { Feed } from 'feed'
import type { World } from '#kernel/service'
import type { NamedOutcome } from './gather.ts'
import { words } from './locales/index.ts'
import { anchorOf } from './pages/OutcomeThread.tsx'
import { standingOf } from './rules/standing.ts'

/** The latest threads as an Atom feed; one that moves on is an entry again. */
export const feedOf = (
  threads: readonly NamedOutcome[],
  { url, body, locale, now, today }: Pick<World, 'url' | 'body' | 'locale' | 'now' | 'today'>,
): string => {
  const t = words(locale)
  const feed = new Feed({
    id: `${url}/vous-avez-dit`,
    title: `${t('did.title')} · ${body.name}`,
    link: `${url}/vous-avez-dit`,
    language: locale,
    updated: new Date(threads[0]?.at ?? now), // text of an instant, not the clock
    feedLinks: { atom: `${url}/vous-avez-dit/flux.atom` },
    copyright: body.name,
    generator: 'Yvette',
  })
  for (const thread of threads) {
    const last = thread.measured ?? thread.done ?? thread.decided ?? thread.said
    feed.addItem({
      id: `${url}/vous-avez-dit#${anchorOf(thread.id)}-${thread.at}`,
      title: asHtml(`${thread.title} · ${t(`standing.${standingOf(thread, today)}`)}`),
      link: new URL(last?.url ?? '/vous-avez-dit', url).href,
      date: new Date(thread.at),
      description: asHtml(last?.text ?? ''),
    })
  }
  return feed.atom1()
}

/** The feed says its texts are HTML: what people wrote must stay text. */
const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
