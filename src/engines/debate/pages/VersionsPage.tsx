import type { Locale } from '#kernel/i18n'
import { Page, Section, Time } from '#kernel/ui'
import { type DebateSubject, debateUrl } from '../subject.ts'
import { words } from '../locales/index.ts'
import { Said } from './ArgumentCard.tsx'

/** Every text an argument had, the latest first. */
export const VersionsPage = ({
  locale,
  subject,
  id,
  versions,
}: {
  locale: Locale
  subject: DebateSubject
  id: string
  versions: readonly { readonly number: number; readonly text: string; readonly writtenAt: string }[]
}) => {
  const t = words(locale)
  const url = debateUrl(subject)
  return (
    <Page
      title={t('versions.title')}
      breadcrumb={[
        { href: subject.url, label: subject.title },
        { href: url, label: t('debate.title') },
        { href: `${url}/${id}`, label: t('argument.open') },
      ]}
    >
      {versions.toReversed().map(version => (
        <Section
          key={version.number}
          title={t('versions.number', { n: version.number })}
          lead={
            <p class="soft">
              <Time at={version.writtenAt} />
            </p>
          }
        >
          <Said text={version.text} />
        </Section>
      ))}
    </Page>
  )
}
