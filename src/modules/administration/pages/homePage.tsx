import { Listing, Page } from '#kernel/ui'
import type { T } from '../locales/index.ts'

export const HomePage = ({ t, administrator, audit }: { t: T; administrator: boolean; audit: boolean }) => (
  <Page title={t('home.title')} lead={t('home.lead')}>
    <Listing
      level={2}
      items={[
        ...(administrator
          ? [
              { title: t('home.commune'), href: '/administration/commune', text: t('home.communeText') },
              { title: t('home.settings'), href: '/administration/reglages', text: t('home.settingsText') },
              { title: t('home.roles'), href: '/administration/roles', text: t('home.rolesText') },
              { title: t('home.organisations'), href: '/organisations/demandes', text: t('home.organisationsText') },
            ]
          : []),
        ...(audit
          ? [
              { title: t('home.journal'), href: '/administration/journal', text: t('home.journalText') },
              { title: t('home.register'), href: '/administration/registre', text: t('home.registerText') },
              { title: t('home.assessment'), href: '/administration/analyse-impact', text: t('home.assessmentText') },
            ]
          : []),
      ]}
    />
  </Page>
)

/** The way here. */
export const trail = (t: T) => [{ label: t('home.title'), href: '/administration' }]
