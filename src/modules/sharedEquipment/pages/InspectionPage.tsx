import { sayWhen } from '#engines/booking'
import type { Form } from '#kernel/forms'
import { Button, Choice, DefinitionList, ErrorSummary, Field, FormPaper, Page, Select, TextArea } from '#kernel/ui'
import type { InspectionForm } from '../forms.ts'
import type { Item } from '../queries/items.ts'
import type { Loan } from '../queries/loans.ts'
import { hasCounter, type Part, partStates } from '../rules/inspection.ts'
import { loanPath } from '../where.ts'
import { crumbs, nameOf, type Names, type Said } from './parts.tsx'

interface Props extends Said {
  readonly kind: 'out' | 'in'
  readonly loan: Loan
  readonly item: Item
  readonly names: Names
  /** What there should be: the catalogue's list, or what left. */
  readonly expected: readonly Part[]
  readonly form: Form<InspectionForm>
  readonly isAgain: boolean
  readonly code: string
}

/** The inspection, on a telephone or on paper: part by part, the counter, the tank, two signatures. */
export const InspectionPage = ({ t, locale, kind, loan, item, names, expected, form, isAgain, code }: Props) => (
  <Page
    title={`${t(`inspection.${kind}`)} : ${item.name}`}
    lead={t('inspection.print')}
    breadcrumb={crumbs(t, { label: t('loans.title'), href: '/materiel-partage/prets' }, { label: loan.thing, href: loanPath(loan.id) })}
    code={code}
  >
    <DefinitionList
      items={[
        { term: t('loans.for'), value: t('loan.lead', { borrower: loan.borrower, commune: nameOf(names, loan.body) }) },
        { term: t('loan.whenLabel'), value: sayWhen(loan, locale) },
        { term: t('loan.usedAt'), value: loan.usedAt },
      ]}
    />
    <FormPaper code={code} anonymous>
      <form method="post" action={`${loanPath(loan.id)}/${kind === 'out' ? 'depart' : 'retour'}`} enctype="multipart/form-data" noValidate>
        <ErrorSummary form={form} />
        <Field form={form} name="day" type="date" label={t('inspection.day')} />
        <Field form={form} name="hour" label={t('inspection.hour')} hint={t('ask.hourHint')} width="short" />
        {expected.map((part, at) => (
          <fieldset key={part.name} class="control">
            <legend>
              <strong>{t('inspection.partLegend', { name: part.name, n: part.count })}</strong>
            </legend>
            <Field
              form={form}
              name={`count-${at}`}
              type="number"
              inputmode="numeric"
              label={t('inspection.count', { name: part.name })}
              hint={t('inspection.countHint', { n: part.count })}
            />
            <Select
              form={form}
              name={`state-${at}`}
              label={t('inspection.partState', { name: part.name })}
              options={partStates.map(value => ({ value, label: t(`partState.${value}`) }))}
            />
            <Field form={form} name={`note-${at}`} label={t('inspection.partNote', { name: part.name })} optional />
          </fieldset>
        ))}
        {hasCounter(item.unit) && (
          <Field
            form={form}
            name="counter"
            type="number"
            inputmode="numeric"
            label={item.unit === 'hour' ? t('inspection.counter.hour') : t('inspection.counter.km')}
          />
        )}
        {item.energy !== '' && (
          <Field
            form={form}
            name="fuel"
            type="number"
            inputmode="numeric"
            label={t('inspection.fuel')}
            hint={t('inspection.fuelHint')}
            optional
          />
        )}
        <TextArea form={form} name="remarks" label={t('inspection.remarks')} optional rows={3} />
        <p class="only-screen">
          <label for="etat-photo">{t('inspection.photo')}</label>
          <br />
          <span class="soft">{t('inspection.photoHint')}</span>
          <br />
          <input class="input" type="file" id="etat-photo" name="photo" accept=".jpg,.jpeg,.png,.webp" />
        </p>
        <Field form={form} name="keeperName" label={t('inspection.keeperName')} />
        <Choice
          form={form}
          name="keeperSigned"
          label={t('inspection.keeperSigned')}
          options={(['account', 'paper'] as const).map(value => ({ value, label: t(`inspection.signed.${value}`) }))}
        />
        <Field form={form} name="borrowerName" label={t('inspection.borrowerName')} hint={t('inspection.borrowerNameHint')} optional />
        <Choice
          form={form}
          name="borrowerSigned"
          label={t('inspection.borrowerSigned')}
          options={(['screen', 'paper', 'absent'] as const).map(value => ({ value, label: t(`inspection.signed.${value}`) }))}
        />
        {isAgain && <Field form={form} name="because" label={t('inspection.because')} />}
        <div class="only-print">
          <p>{t('inspection.handKeeper')} : ______________________________</p>
          <p>{t('inspection.handBorrower')} : ______________________________</p>
        </div>
        <Button>{t('inspection.save')}</Button>
      </form>
    </FormPaper>
  </Page>
)
