import type { Form } from '#kernel/forms'
import { Button, Checkbox, Choice, ErrorSummary, Notice, Page } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { KnownPerson } from '../queries/people.ts'

export const MergePage = ({
  t,
  kept,
  alike,
  form,
  refusal,
}: {
  t: T
  kept: { readonly id: string; readonly name: string }
  alike: readonly KnownPerson[]
  form: Form<{ removed: string; sure: true }>
  refusal: string | null
}) => (
  <Page
    title={t('merge.title')}
    lead={t('merge.lead', { name: kept.name })}
    breadcrumb={[
      { label: t('desk.title'), href: '/guichet' },
      { label: kept.name, href: `/guichet/personnes/${kept.id}` },
    ]}
  >
    <ErrorSummary form={form} />
    {refusal && <Notice kind="warning" title={refusal} />}
    {alike.length === 0 ? (
      <p>{t('merge.none')}</p>
    ) : (
      <form method="post" action={`/guichet/personnes/${kept.id}/reunion`} noValidate>
        <Choice
          form={form}
          name="removed"
          label={t('merge.which')}
          options={alike.map(person => ({
            value: person.id,
            label: person.name,
            hint: [person.postalAddress, t(person.hasAccount ? 'desk.hasAccount' : 'desk.noAccount')].filter(Boolean).join(', '),
          }))}
        />
        <Checkbox form={form} name="sure" label={t('merge.sure')} />
        <Button kind="danger">{t('merge.submit')}</Button>
      </form>
    )}
  </Page>
)

export const MergedPage = ({
  t,
  kept,
  moved,
  doubled,
}: {
  t: T
  kept: { readonly id: string; readonly name: string }
  moved: number
  doubled: number
}) => (
  <Page title={t('merge.done')} lead={t('merge.doneText', { moved, doubled })}>
    <p>
      <Button href={`/guichet/personnes/${kept.id}`}>{t('merge.back')}</Button>
    </p>
  </Page>
)
