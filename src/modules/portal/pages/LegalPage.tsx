import type { Locale } from '#kernel/i18n'
import { DefinitionList, Notice, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { type Publisher, settings } from '../settings.ts'

const asked = ['publisher', 'address', 'phone', 'email', 'director', 'host'] as const

export const LegalPage = ({ t, locale, publisher }: { t: T; locale: Locale; publisher: Publisher }) => {
  const missing = asked.filter(key => publisher[key] === '')
  return (
    <Page title={t('legal.title')} lead={t('legal.lead')}>
      {missing.length > 0 && (
        <Notice kind="warning">{t('legal.missing', { fields: missing.map(key => settings[key].label[locale]).join(', ') })}</Notice>
      )}
      <DefinitionList items={asked.map(key => ({ term: t(`legal.${key}`), value: publisher[key] }))} />
      <p class="soft">{t('legal.law')}</p>
      <Section title={t('legal.reuse')}>
        <p>{t('legal.reuseText')}</p>
      </Section>
    </Page>
  )
}
