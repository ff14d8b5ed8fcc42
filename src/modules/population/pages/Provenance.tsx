import { dayInParis } from '#kernel/clock'
import { formatDate, type Locale } from '#kernel/i18n'
import { DefinitionList, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { PopulationVersion } from '../queries.ts'

/** Source, licence, dates, and the hands through which the figures came. */
export const Provenance = ({
  t,
  locale,
  version,
  names,
}: {
  t: T
  locale: Locale
  version: PopulationVersion
  names: ReadonlyMap<string, string>
}) => {
  const by = (person: string | null, at: string) =>
    t('source.madeBy', { name: names.get(person ?? '') ?? t('source.someone'), date: formatDate(dayInParis(at), locale) })
  return (
    <Section title={t('source.title')}>
      <DefinitionList
        items={[
          { term: t('source.source'), value: version.source },
          { term: t('source.licence'), value: version.licence },
          { term: t('source.reference'), value: formatDate(version.referenceOn, locale) },
          { term: t('source.note'), value: version.note },
          { term: t('source.made'), value: by(version.madeBy, version.madeAt) },
          ...(version.publishedAt ? [{ term: t('source.published'), value: by(version.publishedBy, version.publishedAt) }] : []),
        ]}
      />
    </Section>
  )
}
