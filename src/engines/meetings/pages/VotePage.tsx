import type { z } from 'zod'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import { Actions, Button, type Crumb, DefinitionList, Page, Table } from '#kernel/ui'
import type { WrittenReport } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Moderation } from '../moderationOfReports.ts'
import type { Session } from '../queries/session.ts'
import type { Vote } from '../queries/votes.ts'
import { MinorityReports } from './MinorityReports.tsx'
import { OpenVote } from './OpenVote.tsx'
import { ResultTable, sayMajority } from './ResultTable.tsx'
import { nameIn } from './shared.tsx'
import type { Viewer } from './viewer.ts'

/** One vote: voices while it is open, the count and its explanation once closed, and what those who lost it have to say. */
export const VotePage = ({
  t,
  locale,
  session,
  vote,
  trail,
  viewer,
  reader,
  today,
  moderation,
  links,
  form,
}: {
  t: T
  locale: Locale
  session: Session
  vote: Vote
  trail: readonly Crumb[]
  viewer: Viewer
  reader: Actor
  today: string
  moderation: Moderation
  links: readonly { readonly label: string; readonly href: string }[]
  form: Form<z.output<typeof WrittenReport>>
}) => {
  const open = vote.closedAt === null
  return (
    <Page title={vote.question} kicker={session.items.find(item => item.id === vote.itemId)?.title} breadcrumb={trail}>
      <DefinitionList
        items={[
          { term: t('vote.manner'), value: t(`manner.${vote.manner}`) },
          { term: t('vote.presidedBy'), value: vote.presidedBy && nameIn(t, session, vote.presidedBy) },
          { term: t('vote.majority'), value: open ? sayMajority(t, vote.majority) : '' },
          {
            term: t('withdrawal.title'),
            value: vote.withdrawn.map(one => nameIn(t, session, one.member) + (one.reason ? ` (${one.reason})` : '')).join(', '),
          },
        ]}
      />
      {vote.result && <ResultTable t={t} result={vote.result} majority={vote.majority} />}
      {links.length > 0 && (
        <Actions>
          {links.map(link => (
            <Button key={link.href} kind="secondary" href={link.href}>
              {link.label}
            </Button>
          ))}
        </Actions>
      )}
      {!open && vote.manner !== 'secret' && vote.ballots.length > 0 && (
        <Table
          caption={t('vote.voices')}
          head={[t('vote.who'), t('vote.voice')]}
          rows={vote.ballots.map(one => [nameIn(t, session, one.member), t(`choice.${one.choice}`)])}
        />
      )}
      {open && <OpenVote t={t} session={session} vote={vote} viewer={viewer} />}
      {!open && (
        <MinorityReports
          t={t}
          locale={locale}
          session={session}
          vote={vote}
          reader={reader}
          today={today}
          moderation={moderation}
          form={form}
        />
      )}
    </Page>
  )
}
