import { formatDateTime, type Locale } from '#kernel/i18n'
import { Button, DefinitionList, Empty, Notice, Page, Section, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Link } from '../queries.ts'

export const JournalPage = ({
  t,
  locale,
  head,
  asked,
  found,
}: {
  t: T
  locale: Locale
  head: Link | undefined
  asked: string
  found: Link | undefined
}) => (
  <Page title={t('journal.title')} lead={t('journal.lead')}>
    {!head ? (
      <Empty title={t('journal.empty')} drawing="paper">
        {t('journal.emptyText')}
      </Empty>
    ) : (
      <DefinitionList
        items={[
          { term: t('journal.links'), value: <strong>{head.position}</strong> },
          { term: t('journal.head'), value: <code>{head.digest}</code> },
          { term: t('journal.sealed'), value: <Time at={head.sealedAt} /> },
        ]}
      />
    )}
    <Section title={t('journal.how')}>
      <p>{t('journal.howText')}</p>
      <form action="/journal" method="get">
        <label class="control__label" for="ligne">
          {t('journal.ask')}
        </label>
        <div class="search-box__line">
          <input class="input input--short" id="ligne" name="ligne" inputmode="numeric" autocomplete="off" value={asked} />
          <Button kind="secondary">{t('journal.check')}</Button>
        </div>
      </form>
      {asked !== '' &&
        (found ? (
          <Notice title={t('journal.at', { n: Number(found.position), date: formatDateTime(found.sealedAt, locale) })}>
            <p>
              <code>{found.digest}</code>
            </p>
          </Notice>
        ) : (
          <Notice kind="warning">{t('journal.unknown')}</Notice>
        ))}
    </Section>
  </Page>
)
