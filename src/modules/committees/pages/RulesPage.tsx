import type { Charter, CharterVersion } from '#engines/meetings'
import { formatDate, formatDateTime, type Locale } from '#kernel/i18n'
import { Button, Disclosure, Notice, Page, Section, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Model } from '../models.ts'
import { type Committee, committeeUrl } from '../committee.ts'
import { sayRules } from './sayRules.ts'

/** The rules of a committee in plain words, where they come from, and what they were before. */
export const RulesPage = ({
  t,
  locale,
  today,
  committee,
  model,
  founding,
  versions,
  names,
  manages,
}: {
  t: T
  locale: Locale
  today: string
  committee: Committee
  model: Model | undefined
  /** The rules it was founded with. */
  founding: Charter
  versions: readonly CharterVersion[]
  names: ReadonlyMap<string, string>
  manages: boolean
}) => {
  const current = versions.find(one => one.since <= today)
  const coming = versions.filter(one => one.since > today)
  return (
    <Page
      title={t('rules.title')}
      kicker={committee.name}
      lead={t('rules.lead')}
      breadcrumb={[
        { label: t('committees.title'), href: '/comites' },
        { label: committee.name, href: committeeUrl(committee.id) },
      ]}
    >
      <p>
        {current
          ? t('rules.since', { day: formatDate(current.since, locale) })
          : t('rules.founded', { model: model?.label[locale] ?? committee.model })}
      </p>
      {coming.map(one => (
        <Notice key={one.number}>{t('rules.coming', { day: formatDate(one.since, locale), reason: one.reason })}</Notice>
      ))}
      {sayRules(t, current?.charter ?? founding).map(rule => (
        <Section key={rule.title} title={rule.title}>
          <ul>
            {rule.sentences.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      ))}
      {manages && (
        <p>
          <Button kind="secondary" href={committeeUrl(committee.id, '/regles/modification')}>
            {t('rules.change')}
          </Button>
        </p>
      )}
      {model && (
        <Section title={t('rules.sources')} lead={t('rules.sourcesLead')}>
          <Table
            caption={model.label[locale]}
            head={[t('rules.title'), t('rules.form.source'), t('file.status')]}
            rows={model.sources.map(source => [source.rule[locale], source.text[locale], t(`rules.status.${source.status}`)])}
          />
        </Section>
      )}
      {versions.length > 0 && (
        <Section title={t('rules.history')}>
          {versions.map(one => (
            <Version key={one.number} t={t} locale={locale} version={one} name={names.get(one.changedBy ?? '') || t('someone')} />
          ))}
          <Disclosure summary={t('rules.founded', { model: model?.label[locale] ?? committee.model })}>
            <Sentences t={t} charter={founding} />
          </Disclosure>
        </Section>
      )}
    </Page>
  )
}

const Version = ({ t, locale, version, name }: { t: T; locale: Locale; version: CharterVersion; name: string }) => (
  <Disclosure summary={t('rules.version', { n: version.number, day: formatDate(version.since, locale) })}>
    <p>{version.reason}</p>
    <p>{t('rules.versionBy', { name, at: formatDateTime(version.changedAt, locale), source: version.source })}</p>
    <Sentences t={t} charter={version.charter} />
  </Disclosure>
)

const Sentences = ({ t, charter }: { t: T; charter: Charter }) => (
  <ul>
    {sayRules(t, charter)
      .flatMap(rule => rule.sentences)
      .map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
  </ul>
)
