import { formatDate, type Locale } from '#kernel/i18n'
import { Actions, Button, Notice, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { SheetText } from '../sheet.ts'
import { home } from '../where.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly madeOn: string
  readonly text: SheetText
  /** Who made it, while they print it. */
  readonly by: string | null
  /** Null: nobody keeps it. */
  readonly kept: { readonly id: string; readonly isTheirs: boolean } | null
}

/** "What we did together", in large plain words, to print and take home. */
export const SheetPage = ({ t, locale, madeOn, text, by, kept }: Props) => (
  <Page title={t('sheet.title')} lead={formatDate(madeOn, locale)} breadcrumb={[{ label: t('space.title'), href: home }]}>
    <div class="only-screen">
      {kept === null && <Notice title={t('sheet.notKept')}>{t('sheet.notKeptText')}</Notice>}
      {kept !== null && !kept.isTheirs && <Notice title={t('sheet.kept')}>{t('sheet.keptText')}</Notice>}
    </div>
    <Section title={t('sheet.done')}>
      <Lines text={text.done} />
    </Section>
    {text.next !== '' && (
      <Section title={t('sheet.next')}>
        <Lines text={text.next} />
      </Section>
    )}
    {text.remember !== '' && (
      <Section title={t('sheet.remember')}>
        <Lines text={text.remember} />
      </Section>
    )}
    <p>{by ? t('sheet.by', { name: by }) : t('sheet.comeBack')}</p>
    <p class="soft">{t('sheet.noPassword')}</p>
    {kept?.isTheirs && (
      <form method="post" action={`${home}/fiches/${kept.id}/suppression`}>
        <Actions>
          <Button kind="danger">{t('sheet.remove')}</Button>
        </Actions>
      </form>
    )}
    {kept?.isTheirs !== true && (
      <Actions>
        <Button kind="secondary" href={`${home}/accueil`}>
          {t('desk.back')}
        </Button>
      </Actions>
    )}
  </Page>
)

/** Each line that was typed is one step. */
const Lines = ({ text }: { text: string }) => {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.length < 2 ? (
    <p>{text}</p>
  ) : (
    <ol>
      {lines.map((line, at) => (
        <li key={at}>{line}</li>
      ))}
    </ol>
  )
}
