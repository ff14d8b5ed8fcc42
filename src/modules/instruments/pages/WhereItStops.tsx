import { Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'

const lines = {
  petition: ['register', 'check', 'council'],
  vote: ['stations', 'list', 'online', 'prefect', 'draft'],
  participation: ['rules', 'draft'],
} as const

/** What the platform does not do: said on every page that prepares a legal act. */
export const WhereItStops = ({ t, kind }: { t: T; kind: keyof typeof lines }) => (
  <Section title={t('stops.title')} id="limites">
    <ul>
      {lines[kind].map(line => (
        <li key={line}>{t(`stops.${line}`)}</li>
      ))}
    </ul>
  </Section>
)
