import { type Booking, sayWhen } from '#engines/booking'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Button, Choice, DefinitionList, ErrorSummary, Field, Page, Section, Thread } from '#kernel/ui'
import type { LoanBack } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { LoanLine } from '../queries/loans.ts'
import { home } from '../where.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly loan: Booking
  readonly name: string | null
  readonly lines: readonly LoanLine[]
  readonly form: Form<LoanBack>
}

/** Something that leaves, or comes back. */
export const LoanDeskPage = ({ t, locale, loan, name, lines, form }: Props) => {
  const known = lines.map(({ kind }) => kind)
  const isOut = known.includes('handed') && !known.includes('returned')
  return (
    <Page
      title={t('loan.deskTitle', { name: loan.thing })}
      breadcrumb={[
        { label: t('space.title'), href: home },
        { label: t('desk.title'), href: `${home}/accueil` },
      ]}
    >
      <DefinitionList
        items={[
          { term: t('loan.who'), value: name ?? t('desk.someone') },
          { term: t('loan.when'), value: sayWhen(loan, locale) },
          { term: t('loan.purpose'), value: loan.purpose },
        ]}
      />
      {lines.length > 0 && (
        <Thread
          label={t('loan.story')}
          entries={lines.map(({ kind, at, state, note }) => ({
            kind: 'act',
            at,
            title: t(`loan.line.${kind}`),
            text: [kind === 'returned' ? t(`loan.state.${state}`) : '', note].filter(Boolean).join(' : ') || undefined,
          }))}
        />
      )}
      {known.length === 0 && loan.state === 'confirmed' && (
        <form method="post" action={`${home}/prets/${loan.id}/remise`}>
          <p>{t('loan.handText')}</p>
          <Button>{t('loan.hand')}</Button>
        </form>
      )}
      {isOut && (
        <Section title={t('loan.back')} id="retour">
          <ErrorSummary form={form} />
          <form method="post" action={`${home}/prets/${loan.id}/retour`} noValidate>
            <Choice
              form={form}
              name="state"
              label={t('loan.state')}
              options={(['fine', 'damaged', 'incomplete'] as const).map(value => ({ value, label: t(`loan.state.${value}`) }))}
            />
            <Field form={form} name="note" label={t('loan.note')} optional />
            <Button>{t('loan.return')}</Button>
          </form>
        </Section>
      )}
    </Page>
  )
}
