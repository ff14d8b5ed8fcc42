import type { Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { By, Button, Choice, DefinitionList, EditList, Empty, ErrorSummary, Notice, Page, Section, Tag, TextArea, Thread } from '#kernel/ui'
import type { MandateUse } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { sayScope } from '../national.ts'
import type { Mandate } from '../queries/mandates.ts'
import { stateOn } from '../rules/mandate.ts'
import { home, mandatePath } from '../where.ts'

interface Line {
  readonly id: string
  readonly kind: 'used' | 'revoked' | 'expired'
  readonly scope: string | null
  readonly at: string
  readonly by: string | null
  readonly channel: string
  readonly done: string | null
}
interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly mandate: Mandate
  readonly who: string | null
  readonly receivedBy: string | null
  readonly lines: readonly Line[]
  readonly isMandator: boolean
  readonly isStaff: boolean
  readonly form: Form<MandateUse>
}

/** A mandate: what it allows, who did what in the person's name, and one button to take each part back. */
export const MandatePage = (props: Props) => {
  const { t, locale, today, mandate, who, isMandator, isStaff } = props
  const state = stateOn(mandate, today)
  return (
    <Page
      title={t('mandate.titleOf', { n: mandate.id })}
      kicker={t(`mandate.state.${state}`, { date: formatDate(mandate.lastDay, locale) })}
      breadcrumb={
        isMandator ? [{ label: t('mine.title'), href: `${home}/moi` }] : [{ label: t('mandates.title'), href: `${home}/mandats` }]
      }
    >
      <DefinitionList
        items={[
          { term: t('mandate.who'), value: who ?? t('desk.someone') },
          { term: t('mandate.since'), value: formatDate(mandate.firstDay, locale) },
          { term: t('mandate.last'), value: formatDate(mandate.lastDay, locale) },
          { term: t('mandate.how'), value: t(`channel.${channelOf(mandate.channel)}`) + (mandate.form ? ` (${mandate.form})` : '') },
          { term: t('mandate.receivedBy'), value: props.receivedBy },
        ]}
      />
      <Section title={t('mandate.scopes')} id="demarches" lead={isMandator ? t('mandate.revokeLead') : undefined}>
        <Scopes {...props} mayRevoke={state === 'active' && (isMandator || (isStaff && mandate.mandator === null))} />
      </Section>
      {isStaff && state === 'active' && <Use {...props} />}
      {isStaff && state !== 'active' && <Notice kind="warning">{t('mandate.over')}</Notice>}
      <Section title={t('mandate.journal')} id="journal" lead={t('mandate.journalLead')}>
        <Journal {...props} />
      </Section>
    </Page>
  )
}

const channels = ['screen', 'paper', 'desk', 'phone', 'guardian'] as const
const channelOf = (channel: string) => channels.find(one => one === channel) ?? 'screen'

const Scopes = (props: Props & { readonly mayRevoke: boolean }) =>
  props.mayRevoke ? (
    <Revocable {...props} />
  ) : (
    <ul>
      {props.mandate.scopes.map(({ scope, revokedAt }) => (
        <li key={scope}>
          {sayScope(scope, props.locale)} {revokedAt !== null && <Tag>{props.t('mandate.takenBack')}</Tag>}
        </li>
      ))}
    </ul>
  )

const Revocable = ({ t, locale, mandate }: Props) => (
  <>
    <EditList
      items={mandate.scopes.map(({ scope, revokedAt }) => ({
        id: `domaine-${scope}`,
        content: (
          <p>
            {sayScope(scope, locale)} {revokedAt !== null && <Tag>{t('mandate.takenBack')}</Tag>}
          </p>
        ),
        gestures:
          revokedAt === null ? (
            <form method="post" action={`${mandatePath(mandate.id)}/retrait`}>
              <Button small kind="secondary" name="scope" value={scope} label={t('mandate.revokeOf', { scope: sayScope(scope, locale) })}>
                {t('mandate.revoke')}
              </Button>
            </form>
          ) : null,
      }))}
    />
    {mandate.scopes.filter(({ revokedAt }) => revokedAt === null).length > 1 && (
      <form method="post" action={`${mandatePath(mandate.id)}/retrait`}>
        <Button kind="danger" name="scope" value="all">
          {t('mandate.revokeAll')}
        </Button>
      </form>
    )}
  </>
)

/** Whoever acts says what they do, under which part of the mandate. */
const Use = ({ t, locale, mandate, form }: Props) => (
  <Section title={t('mandate.use')} id="agir" lead={t('mandate.useLead')}>
    <ErrorSummary form={form} />
    <form method="post" action={`${mandatePath(mandate.id)}/usages`} noValidate>
      <Choice
        form={form}
        name="scope"
        label={t('mandate.useScope')}
        options={mandate.scopes
          .filter(({ revokedAt }) => revokedAt === null)
          .map(({ scope }) => ({ value: scope, label: sayScope(scope, locale) }))}
      />
      <TextArea form={form} name="done" label={t('mandate.useDone')} hint={t('mandate.useHint')} rows={3} maxlength={500} />
      <Button>{t('mandate.useSubmit')}</Button>
    </form>
  </Section>
)

const Journal = ({ t, locale, mandate, lines, receivedBy }: Props) => {
  const given = {
    kind: 'decision' as const,
    at: mandate.givenAt,
    title: t('line.given'),
    by: receivedBy ? <By name={receivedBy} /> : undefined,
  }
  if (lines.length === 0) return <Empty title={t('mandate.noLine')} />
  return (
    <Thread
      label={t('mandate.journal')}
      entries={[
        given,
        ...lines.map(line => ({
          kind: line.kind === 'used' ? ('act' as const) : ('decision' as const),
          at: line.at,
          title: t(`line.${line.kind}`, { scope: line.scope ? sayScope(line.scope, locale) : '' }),
          text: line.done ?? undefined,
          by: line.by ? <By name={line.by} /> : undefined,
        })),
      ]}
    />
  )
}
