import type { Meeting } from '#engines/meetings'
import { emptyForm, type Form } from '#kernel/forms'
import type { z } from 'zod'
import { formatDateTime, type Locale } from '#kernel/i18n'
import { Button, Empty, ErrorSummary, Expected, Listing, Notice, Page, Section, TextArea } from '#kernel/ui'
import { JoinRequest } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Group } from '../queries/group.ts'
import type { Request } from '../queries/requests.ts'
import { MembersByCollege } from './MembersByCollege.tsx'
import { RequestList } from './RequestList.tsx'

export interface GroupView {
  readonly measure: { readonly id: string; readonly title: string; readonly pilot: string | null }
  readonly group: Group | undefined
  readonly meetings: readonly Meeting[]
  readonly requests: readonly Request[]
  readonly admission: 'free' | 'agreement'
  readonly signedIn: boolean
  readonly sits: boolean
  readonly runs: boolean
  readonly pilots: boolean
  readonly mayJoin: boolean
  readonly mine: { readonly decision: string | null; readonly reason: string } | undefined
}

/** Who writes the measure, when they meet, and how to join them. */
export const GroupPage = ({
  t,
  locale,
  view,
  form = emptyForm(JoinRequest),
}: {
  t: T
  locale: Locale
  view: GroupView
  form?: Form<z.output<typeof JoinRequest>>
}) => {
  const { measure, group, meetings, requests } = view
  const url = `/mesures/${measure.id}/groupe`
  return (
    <Page
      title={t('group.title')}
      kicker={measure.title}
      lead={t('group.lead')}
      breadcrumb={[
        { label: t('group.measures'), href: '/mesures' },
        { label: measure.title, href: `/mesures/${measure.id}` },
      ]}
      expected={
        requests.length > 0 && (
          <Expected action={{ label: t('group.requestsSee'), href: '#demandes' }}>
            {t('group.requestsExpected', { n: requests.length })}
          </Expected>
        )
      }
    >
      <ErrorSummary form={form} />
      <p>
        {measure.pilot ? (
          <>
            {t('group.pilot')} : <strong>{measure.pilot}</strong>
          </>
        ) : (
          t('group.noPilot')
        )}
      </p>
      {group ? (
        <MembersByCollege t={t} group={group} runs={view.runs} url={url} />
      ) : (
        <>
          <Empty title={t('group.empty')}>{t('group.emptyText')}</Empty>
          {view.runs && (
            <form method="post" action={url}>
              <Button>{t('group.form')}</Button>
            </form>
          )}
        </>
      )}
      {group && (
        <Section title={t('group.meetings')}>
          {meetings.length > 0 ? (
            <Listing
              items={meetings.map(meeting => ({
                title: meeting.title,
                href: `${group.assembly.path}/${meeting.id}`,
                note: formatDateTime(meeting.startsAt, locale),
              }))}
            />
          ) : (
            <p>{t('group.meetingsNone')}</p>
          )}
          <p>
            <a href={group.assembly.path}>{t('group.meetingsAll')}</a>
          </p>
        </Section>
      )}
      {requests.length > 0 && <RequestList t={t} requests={requests} url={url} />}
      <Section title={t('group.join')} id="rejoindre">
        {view.sits ? (
          <>
            <p>{t('group.youSit')}</p>
            {!view.pilots && (
              <form method="post" action={`${url}/depart`}>
                <Button kind="secondary">{t('group.leave')}</Button>
              </form>
            )}
          </>
        ) : !view.signedIn ? (
          <p>{t('group.signIn')}</p>
        ) : view.mine?.decision === null ? (
          <>
            <Notice>{t('group.askedWaits')}</Notice>
            <form method="post" action={`${url}/demandes/retrait`}>
              <Button kind="secondary">{t('group.withdrawAsking')}</Button>
            </form>
          </>
        ) : view.mayJoin ? (
          <>
            {view.mine?.decision === 'refused' && <Notice>{t('group.askedRefused', { reason: view.mine.reason })}</Notice>}
            <p>{t(view.admission === 'free' ? 'group.joinFree' : 'group.joinAgreement')}</p>
            <form method="post" action={`${url}/demandes`} noValidate>
              <TextArea form={form} name="motive" label={t('group.motive')} hint={t('group.motiveHint')} rows={3} optional />
              <Button>{t(view.admission === 'free' ? 'group.join' : 'group.ask')}</Button>
            </form>
          </>
        ) : (
          <p>{t('refused.group-ended')}</p>
        )}
      </Section>
    </Page>
  )
}
