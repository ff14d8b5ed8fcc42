import type { Section } from '#kernel/http'
import type { Locale } from '#kernel/i18n'
import { Listing, Page } from '#kernel/ui'
import type { T } from '../locales/index.ts'

/** What one does in each room of a part of the house. */
export const SectionPage = ({
  t,
  locale,
  section,
  lead,
}: {
  t: T
  locale: Locale
  section: Section
  lead: 'section.propose' | 'section.decide' | 'section.judge'
}) => (
  <Page title={section.label[locale]} lead={t(lead)}>
    <Listing level={2} items={section.rooms.map(room => ({ title: room.label[locale], href: room.href, text: room.about[locale] }))} />
  </Page>
)
