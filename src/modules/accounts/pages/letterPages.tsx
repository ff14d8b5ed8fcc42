import { formatDate, type Locale } from '#kernel/i18n'
import { Empty, Notice, Page, Section, Table, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { PostButton } from './postButton.tsx'

interface Letter {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly purpose: 'residence' | 'account'
  readonly askedAt: string
}

export const LettersPage = ({ t, letters }: { t: T; letters: readonly Letter[] }) => (
  <Page title={t('letters.title')} lead={t('letters.lead')} width="wide">
    {letters.length === 0 ? (
      <Empty title={t('letters.none')} drawing="bridge" />
    ) : (
      <>
        <Table
          caption={t('letters.title')}
          hideCaption
          head={[t('letters.who'), t('letters.address'), t('letters.purpose'), t('letters.asked')]}
          rows={letters.map(letter => [letter.name, letter.address, t(`letters.purpose.${letter.purpose}`), <Time at={letter.askedAt} />])}
        />
        <PostButton action="/courriers">{t('letters.print', { n: letters.length })}</PostButton>
      </>
    )}
  </Page>
)

/** Shown once, to be printed: nobody can read the codes again. */
export const PrintedLettersPage = ({
  t,
  locale,
  letters,
  url,
}: {
  t: T
  locale: Locale
  letters: readonly (Letter & { readonly code: string; readonly expiresOn: string })[]
  url: string
}) => (
  <Page title={t('letters.ready')}>
    <Notice title={t('letters.once')} />
    {letters.map(letter => (
      <Section key={letter.id} title={letter.name}>
        <p>{letter.address}</p>
        <p>{t('letters.dear', { name: letter.name })}</p>
        <p>{t(`letters.text.${letter.purpose}`, { url: `${url}/connexion` })}</p>
        <p>
          <strong>{letter.code}</strong>
        </p>
        <p>{t('letters.until', { date: formatDate(letter.expiresOn, locale) })}</p>
      </Section>
    ))}
  </Page>
)
