import type { Parameter } from '#kernel/parameters'
import { OpenFigure, Page, Section } from '#kernel/ui'
import { crumbs, type Said } from './parts.tsx'

/** The rules in force, each figure with its source. */
export const RulesPage = ({ t, locale, rules }: Said & { rules: readonly Parameter[] }) => (
  <Page title={t('rules.title')} lead={t('rules.lead')} breadcrumb={crumbs(t)}>
    <Section title={t('how.title')} id="ordre">
      <ol>
        <li>{t('rules.transfer')}</li>
        <li>{t('rules.waiting')}</li>
        <li>{t('rules.casual')}</li>
        <li>{t('rules.residents')}</li>
      </ol>
    </Section>
    <Section title={t('rules.figures')} id="chiffres">
      {rules.map(one => (
        <OpenFigure
          key={one.id}
          value={typeof one.value === 'boolean' ? t(one.value ? 'yes' : 'no') : String(one.value)}
          label={one.label[locale]}
          rule={one.note?.[locale] ?? one.label[locale]}
          since={one.from}
          source={{
            label: `${one.text}, ${one.article} (${t(one.status === 'verified' ? 'rules.verified' : 'rules.toConfirm')})`,
            href: one.url,
          }}
        />
      ))}
    </Section>
    <p>{t('rules.tariffs')}</p>
  </Page>
)
