import { formatDate, formatNumber, type Locale } from '#kernel/i18n'
import { Actions, Button, Empty, Listing, Page, Pagination, Section, Tag } from '#kernel/ui'
import { type FileKind, fileUrl, type LegalFile } from '../legalFile.ts'
import type { T } from '../locales/index.ts'
import { type Electorate, petitionUrl } from '../petition.ts'
import type { ShownPetition } from '../views.ts'
import { PetitionNote } from './PetitionNote.tsx'

const instruments = ['petition', 'consultation', 'referendum', 'participation'] as const satisfies readonly (FileKind | 'petition')[]

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly petitions: readonly ShownPetition[]
  readonly files: readonly LegalFile[]
  readonly electorate: Electorate | null
  readonly isTownHall: boolean
  readonly pageNumber: number
  readonly hasMore: boolean
}

/** Four ways the law opens, what runs today, and the figure they all count on. */
export const InstrumentsPage = ({ t, locale, petitions, files, electorate, isTownHall, pageNumber, hasMore }: Props) => (
  <Page title={t('title')} lead={t('lead')}>
    <Section title={t('ways.title')}>
      <Listing
        items={instruments.map(instrument => ({
          href: instrument === 'petition' ? '/demarches-citoyennes/petitions/nouvelle' : `/demarches-citoyennes/assistant/${instrument}`,
          title: t(`way.${instrument}`),
          text: t(`way.${instrument}.text`),
        }))}
      />
    </Section>
    <Section title={t('petitions.title')} id="petitions">
      <Actions>
        <Button href="/demarches-citoyennes/petitions/nouvelle">{t('petitions.new')}</Button>
      </Actions>
      {petitions.length === 0 ? (
        <Empty title={t('petitions.none')}>{t('petitions.noneText')}</Empty>
      ) : (
        <Listing
          items={petitions.map(shown => ({
            href: petitionUrl(shown.petition.id),
            title: shown.petition.title,
            note: <PetitionNote t={t} locale={locale} shown={shown} />,
          }))}
        />
      )}
      <Pagination page={pageNumber} more={hasMore} href={page => `/demarches-citoyennes?page=${page}`} />
    </Section>
    <Section title={t('files.title')} id="dossiers">
      {files.length === 0 ? (
        <Empty title={t('files.none')}>{t('files.noneText')}</Empty>
      ) : (
        <Listing
          items={files.map(file => ({
            href: fileUrl(file.id),
            title: file.title,
            text: file.question,
            note: (
              <>
                <Tag>{t(`kind.${file.kind}`)}</Tag> {t('files.council', { date: formatDate(file.councilOn, locale) })}
              </>
            ),
          }))}
        />
      )}
    </Section>
    <Section title={t('electorate.title')} id="electeurs">
      <p>
        {electorate
          ? t('electorate.now', {
              n: formatNumber(electorate.electors, locale),
              date: formatDate(electorate.on, locale),
              source: electorate.source,
            })
          : t('electorate.none')}
      </p>
      <p>{t('electorate.why')}</p>
      {isTownHall && (
        <Button kind="secondary" href="/demarches-citoyennes/electeurs">
          {t('electorate.record')}
        </Button>
      )}
    </Section>
  </Page>
)
