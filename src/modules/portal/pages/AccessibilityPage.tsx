import { Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Publisher } from '../settings.ts'
import { Reach } from './Reach.tsx'

const tested = ['axe', 'keyboard', 'zoom', 'script', 'contrast', 'paper'] as const
const untested = ['people', 'readers', 'documents', 'easy'] as const

export const AccessibilityPage = ({ t, publisher }: { t: T; publisher: Publisher }) => (
  <Page title={t('accessibility.title')} lead={t('accessibility.lead')}>
    <Section title={t('accessibility.status')}>
      <p>{t('accessibility.statusText')}</p>
    </Section>
    <Section title={t('accessibility.tested')}>
      <ul>
        {tested.map(key => (
          <li key={key}>{t(`accessibility.tested.${key}`)}</li>
        ))}
      </ul>
    </Section>
    <Section title={t('accessibility.untested')}>
      <ul>
        {untested.map(key => (
          <li key={key}>{t(`accessibility.untested.${key}`)}</li>
        ))}
      </ul>
    </Section>
    <Section title={t('accessibility.contact')}>
      <p>{t('accessibility.contactText')}</p>
      <Reach publisher={publisher} />
      <p>
        <a href="https://formulaire.defenseurdesdroits.fr">{t('accessibility.defender')}</a>
      </p>
    </Section>
  </Page>
)
