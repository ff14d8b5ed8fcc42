import type { Form } from '#kernel/forms'
import { Button, Choice, ErrorSummary, Field, Listing, Page, SearchBox, Section, Table, Time } from '#kernel/ui'
import type { ProofForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Proof } from '../queries/proofs.ts'

const roll = (t: T) => ({ label: t('roll.title'), href: '/liste-de-participation' })

/** Looking for the person who stands at the desk. `found` is null before a name was typed. */
export const ProofsPage = ({
  t,
  typed,
  found,
}: {
  t: T
  typed: string
  found: readonly { readonly id: string; readonly name: string }[] | null
}) => (
  <Page title={t('proofs.title')} lead={t('proofs.lead')} breadcrumb={[roll(t)]}>
    <SearchBox action="/liste-de-participation/preuves" name="nom" label={t('proofs.search')} value={typed} />
    {found !== null && found.length === 0 && (
      <p>
        {t('proofs.none')} <a href="/guichet">{t('proofs.desk')}</a>
      </p>
    )}
    <Listing
      level={2}
      items={(found ?? []).map(person => ({ title: person.name, href: `/liste-de-participation/preuves/${person.id}` }))}
    />
  </Page>
)

/** What was seen for one person, and one more. */
export const PersonProofsPage = (props: {
  t: T
  person: { readonly id: string; readonly name: string }
  proofs: readonly Proof[]
  form: Form<ProofForm>
}) => {
  const { t, person, proofs, form } = props
  const path = `/liste-de-participation/preuves/${person.id}`
  return (
    <Page
      title={t('proof.title', { name: person.name })}
      lead={t('proofs.lead')}
      breadcrumb={[roll(t), { label: t('proofs.title'), href: '/liste-de-participation/preuves' }]}
    >
      <Section title={t('proof.known')}>
        {proofs.length === 0 && <p>{t('proof.nothing')}</p>}
        {proofs.length > 0 && (
          <Table
            caption={t('proof.known')}
            hideCaption
            head={[t('proof.what'), t('proof.seenOn'), t('proof.withdraw')]}
            rows={proofs.map(proof => [
              proof.kind === 'age' ? t('proof.age', { n: proof.atLeastAge ?? 0 }) : t('proof.identity'),
              <Time at={proof.seenOn} />,
              <form method="post" action={`${path}/retrait`}>
                <input type="hidden" name="proof" value={proof.id} />
                <Button kind="secondary" small label={t('proof.withdrawLabel')}>
                  {t('proof.withdraw')}
                </Button>
              </form>,
            ])}
          />
        )}
      </Section>
      <Section title={t('proof.new')}>
        <ErrorSummary form={form} />
        <form method="post" action={path} noValidate>
          <Choice
            form={form}
            name="kind"
            label={t('proof.kind')}
            options={(['age', 'identity'] as const).map(value => ({ value, label: t(`proof.kind.${value}`) }))}
          />
          <Field
            form={form}
            name="atLeastAge"
            type="number"
            label={t('proof.atLeastAge')}
            hint={t('proof.atLeastAgeHint')}
            unit={t('form.years')}
            optional
          />
          <Field form={form} name="seenOn" type="date" label={t('proof.seenOn')} />
          <Button>{t('proof.record')}</Button>
        </form>
      </Section>
    </Page>
  )
}
