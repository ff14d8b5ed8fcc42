import { formatNumber, type Locale } from '#kernel/i18n'
import { Page, Section, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { RuleChosen } from '../rulesChosen.ts'
import type { Publisher } from '../settings.ts'

const promises = [1, 2, 3, 4, 5] as const

export const AboutPage = ({
  t,
  locale,
  rooms,
  publisher,
}: {
  t: T
  locale: Locale
  rooms: readonly { readonly title: string; readonly rules: readonly RuleChosen[] }[]
  publisher: Publisher
}) => (
  <Page title={t('about.title')} lead={t('about.lead')}>
    <Section title={t('about.promises')}>
      <ol>
        {promises.map(n => (
          <li key={n}>{t(`about.promise${n}`)}</li>
        ))}
      </ol>
    </Section>
    <Section title={t('about.rules')} lead={t('about.rulesText')} id="regles">
      {rooms.length === 0 && <p>{t('about.none')}</p>}
      {rooms.map(room => (
        <Table
          key={room.title}
          caption={room.title}
          head={[t('about.rule'), t('about.value')]}
          rows={room.rules.map(rule => [
            <>
              {rule.label}
              {rule.hint && (
                <span class="soft">
                  <br />
                  {rule.hint}
                </span>
              )}
            </>,
            <>
              {said(t, locale, rule.value)}
              {rule.isUsual && <span class="soft"> ({t('about.usual')})</span>}
            </>,
          ])}
        />
      ))}
    </Section>
    <Section title={t('about.source')} id="code-source">
      <p>{t('about.sourceText')}</p>
      <p>{publisher.sourceCode ? <a href={publisher.sourceCode}>{t('about.sourceLink')}</a> : t('about.sourceAsk')}</p>
    </Section>
  </Page>
)

const said = (t: T, locale: Locale, value: RuleChosen['value']) =>
  typeof value === 'boolean' ? t(value ? 'value.yes' : 'value.no') : typeof value === 'number' ? formatNumber(value, locale) : value
