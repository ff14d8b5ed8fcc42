import type { Form } from '#kernel/forms'
import { Actions, Button, Empty, ErrorSummary, Field, Page, Section, Select, Table, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { organisationKinds, type OrganisationKind } from '../schema.ts'
import { PostButton } from './postButton.tsx'

export interface MembershipRequest {
  readonly id: string
  readonly person: string
  readonly organisation: string
  readonly kind: OrganisationKind
  readonly title: string | null
  readonly askedAt: string
  readonly accepted: boolean | null
}

export const OrganisationsPage = ({
  t,
  requests,
  form,
}: {
  t: T
  requests: readonly MembershipRequest[]
  form: Form<{ organisation: string; kind: OrganisationKind; title: string }>
}) => (
  <Page title={t('organisations.title')} lead={t('organisations.lead')} breadcrumb={[{ label: t('account.title'), href: '/compte' }]}>
    <ErrorSummary form={form} />
    <form method="post" action="/compte/organisations" noValidate>
      <Field form={form} name="organisation" label={t('organisations.name')} autocomplete="organization" width="medium" />
      <Select
        form={form}
        name="kind"
        label={t('organisations.kind')}
        options={organisationKinds.map(kind => ({ value: kind, label: t(`organisations.kind.${kind}`) }))}
      />
      <Field form={form} name="title" label={t('organisations.role')} hint={t('organisations.roleHint')} width="medium" optional />
      <Button>{t('organisations.ask')}</Button>
    </form>
    <Section title={t('organisations.mine')}>
      {requests.length === 0 ? (
        <p>{t('organisations.none')}</p>
      ) : (
        <Table
          caption={t('organisations.mine')}
          hideCaption
          head={[t('organisations.name'), t('letters.asked'), t('requests.answer')]}
          rows={requests.map(one => [
            one.organisation,
            <Time at={one.askedAt} />,
            t(one.accepted === null ? 'organisations.waiting' : one.accepted ? 'organisations.accepted' : 'organisations.refused'),
          ])}
        />
      )}
    </Section>
  </Page>
)

export const MembershipRequestsPage = ({ t, requests }: { t: T; requests: readonly MembershipRequest[] }) => (
  <Page title={t('requests.title')} lead={t('requests.lead')} width="wide">
    {requests.length === 0 ? (
      <Empty title={t('organisations.none')} />
    ) : (
      <Table
        caption={t('requests.title')}
        hideCaption
        head={[t('requests.person'), t('organisations.name'), t('organisations.role'), t('requests.answer')]}
        rows={requests.map(one => [
          one.person,
          `${one.organisation} (${t(`organisations.kind.${one.kind}`)})`,
          one.title ?? '',
          <Actions>
            <PostButton action="/organisations/demandes" fields={{ request: one.id, answer: 'accepted' }} small>
              {t('requests.accept')}
            </PostButton>
            <PostButton action="/organisations/demandes" fields={{ request: one.id, answer: 'refused' }} kind="secondary" small>
              {t('requests.refuse')}
            </PostButton>
          </Actions>,
        ])}
      />
    )}
  </Page>
)
