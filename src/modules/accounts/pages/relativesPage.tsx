import type { Form } from '#kernel/forms'
import { Actions, Button, Checkbox, ErrorSummary, Field, Notice, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { PostButton } from './postButton.tsx'

export interface Ward {
  readonly wardId: string
  readonly name: string
  readonly consented: boolean
  readonly state: 'not-needed' | 'given' | 'missing' | 'unknown-age'
  readonly missing: number
}
export const RelativesPage = ({
  t,
  wards,
  form,
  age,
  refusal,
}: {
  t: T
  wards: readonly Ward[]
  form: Form<{ name: string; birthDate: string; authority: true }>
  age: number
  refusal: string | null
}) => (
  <Page title={t('relatives.title')} lead={t('relatives.lead')} breadcrumb={[{ label: t('account.title'), href: '/compte' }]}>
    <ErrorSummary form={form} />
    {refusal && <Notice kind="warning" title={refusal} />}
    {wards.length === 0 && <p>{t('relatives.none')}</p>}
    {wards.map(ward => (
      <Section key={ward.wardId} title={ward.name}>
        <p>{t(`relatives.consent.${ward.state}`, { n: ward.missing, age })}</p>
        <Actions>
          {ward.state !== 'missing' && (
            <PostButton action="/compte/proches/agir" fields={{ ward: ward.wardId }}>
              {t('relatives.act', { name: ward.name })}
            </PostButton>
          )}
          {ward.consented ? (
            <PostButton action="/compte/proches/accord/retrait" fields={{ ward: ward.wardId }} kind="secondary">
              {t('relatives.withdrawConsent')}
            </PostButton>
          ) : (
            <PostButton action="/compte/proches/accord" fields={{ ward: ward.wardId }} kind="secondary">
              {t('relatives.giveConsent')}
            </PostButton>
          )}
        </Actions>
      </Section>
    ))}
    <Section title={t('relatives.add')}>
      <form method="post" action="/compte/proches" noValidate>
        <Field form={form} name="name" label={t('relatives.name')} width="medium" />
        <Field form={form} name="birthDate" type="date" label={t('relatives.birthDate')} hint={t('relatives.birthDateHint')} />
        <Checkbox form={form} name="authority" label={t('relatives.authority')} />
        <Button>{t('relatives.submit')}</Button>
      </form>
    </Section>
  </Page>
)
