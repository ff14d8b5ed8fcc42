import type { Locale } from '#kernel/i18n'
import { By, Listing } from '#kernel/ui'
import { isVisibleTo } from '#engines/moderation'
import type { DebateView } from '../queries/debateView.ts'
import { words } from '../locales/index.ts'

/** For the subject’s own page: how many spoke, the first arguments of the fair order, and the way to the debate. */
export const DebateSummary = ({ locale, url, debate }: { locale: Locale; url: string; debate: DebateView }) => {
  const t = words(locale)
  const visitor = { personId: null, roles: new Set<string>() }
  const said = debate.arguments.filter(argument => argument.withdrawnAt === null && isVisibleTo(argument.moderated, visitor))
  return (
    <>
      <p>{t('debate.summary', { for: debate.counts.for, against: debate.counts.against, questions: debate.counts.questions })}.</p>
      <Listing
        items={said.map(argument => ({
          title: shortened(argument.text),
          href: `${url}/${argument.id}`,
          note: (
            <>
              {t(`stance.${argument.stance}`)} <By name={argument.authorName} college={argument.college} />
            </>
          ),
        }))}
      />
      <p>
        <a href={url}>{t('debate.read')}</a>
      </p>
    </>
  )
}

const shortened = (text: string) => {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 160
    ? line
    : `${line
        .slice(0, 160)
        .replace(/\s+\S*$/, '')
        .toWellFormed()}…`
}
