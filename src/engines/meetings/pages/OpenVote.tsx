import { emptyForm } from '#kernel/forms'
import { Actions, Button, Disclosure, Field, Section, Select, TextArea } from '#kernel/ui'
import { Voices, Withdrawal } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { liveQuorum, votersNow } from '../liveQuorum.ts'
import type { Session } from '../queries/session.ts'
import type { Vote } from '../queries/votes.ts'
import { colleges } from '../rules/charter.ts'
import type { Voter } from '../rules/countBallots.ts'
import { choices } from '../rules/resultOf.ts'
import type { Viewer } from './viewer.ts'
import { QuorumTable } from './QuorumTable.tsx'
import { meetingUrl, nameIn } from './shared.tsx'

/** A vote under way: each voter's own voice and those they carry, or everyone's for whoever runs the meeting. */
export const OpenVote = ({ t, session, vote, viewer }: { t: T; session: Session; vote: Vote; viewer: Viewer }) => {
  const voters = votersNow(session, vote)
  const mine = viewer.runs ? voters : voters.filter(voter => (voter.carriedBy ?? voter.member) === viewer.personId)
  const url = meetingUrl(session, `/votes/${vote.id}`)
  const quorum = liveQuorum(
    session,
    vote.withdrawn.map(one => one.member),
  )
  return (
    <>
      {viewer.runs && <QuorumTable t={t} quorum={quorum} />}
      {vote.manner !== 'secret' &&
        !viewer.runs &&
        mine.map(voter => <OneVoice key={voter.member} t={t} session={session} vote={vote} voter={voter} />)}
      {vote.manner !== 'secret' && viewer.runs && mine.length > 0 && (
        <form method="post" action={`${url}/voix`}>
          {mine.map(voter => (
            <Select
              key={voter.member}
              form={emptyForm(Voices, { [`voix-${voter.member}`]: vote.ballots.find(one => one.member === voter.member)?.choice ?? '' })}
              name={`voix-${voter.member}`}
              label={
                voter.carriedBy
                  ? t('vote.carried', { name: nameIn(t, session, voter.member), holder: nameIn(t, session, voter.carriedBy) })
                  : nameIn(t, session, voter.member)
              }
              options={choices.map(choice => ({ value: choice, label: t(`choice.${choice}`) }))}
              optional
            />
          ))}
          <Button>{t('vote.keep')}</Button>
        </form>
      )}
      {vote.manner === 'secret' && viewer.runs && (
        <PaperForm
          t={t}
          url={url}
          vote={vote}
          boxes={
            vote.majority.scope === 'each-college' ? colleges.filter(one => session.seats.some(seat => seat.college === one)) : ['all']
          }
        />
      )}
      {viewer.runs && <EndOfVote t={t} url={url} session={session} enough={quorum.reached} />}
      {!viewer.runs && viewer.sits && (
        <Disclosure summary={t('withdrawal.mine')}>
          <form method="post" action={`${url}/deport`}>
            <input type="hidden" name="person" value={viewer.personId ?? ''} />
            <TextArea form={emptyForm(Withdrawal)} name="reason" label={t('withdrawal.reason')} rows={2} optional prefix="deport" />
            <Button kind="secondary">{t('withdrawal.submit')}</Button>
          </form>
        </Disclosure>
      )}
    </>
  )
}

/** A voice on a phone: one button by answer, the one that is kept said beside the name. */
const OneVoice = ({ t, session, vote, voter }: { t: T; session: Session; vote: Vote; voter: Voter }) => {
  const kept = vote.ballots.find(one => one.member === voter.member)?.choice
  const name = voter.carriedBy
    ? t('vote.carried', { name: nameIn(t, session, voter.member), holder: nameIn(t, session, voter.carriedBy) })
    : nameIn(t, session, voter.member)
  return (
    <form method="post" action={meetingUrl(session, `/votes/${vote.id}/voix`)}>
      <p>
        <strong>{name}</strong> · {kept ? t('vote.kept', { choice: t(`choice.${kept}`) }) : t('vote.notYet')}
      </p>
      <Actions>
        {choices.map(choice => (
          <Button
            key={choice}
            kind={choice === kept ? 'primary' : 'secondary'}
            name={`voix-${voter.member}`}
            value={choice}
            label={t('vote.say', { name, choice: t(`choice.${choice}`) })}
          >
            {t(`choice.${choice}`)}
          </Button>
        ))}
      </Actions>
    </form>
  )
}

/** Closes the vote; without the quorum it can only wait for another meeting. Withdrawals are noted before. */
const EndOfVote = ({ t, url, session, enough }: { t: T; url: string; session: Session; enough: boolean }) => (
  <>
    {enough ? (
      <form method="post" action={`${url}/cloture`}>
        <Button>{t('vote.close')}</Button>
      </form>
    ) : (
      <form method="post" action={`${url}/report`}>
        <p>{t('vote.postponeWhy')}</p>
        <Button kind="secondary">{t('vote.postpone')}</Button>
      </form>
    )}
    <Disclosure summary={t('withdrawal.add')}>
      <form method="post" action={`${url}/deport`}>
        <p>{t('withdrawal.lead')}</p>
        <Select
          form={emptyForm(Withdrawal)}
          name="person"
          label={t('withdrawal.who')}
          options={session.seats.map(seat => ({ value: seat.member, label: nameIn(t, session, seat.member) }))}
          prefix="deport"
        />
        <Field form={emptyForm(Withdrawal)} name="reason" label={t('withdrawal.reason')} optional prefix="deport" />
        <Button kind="secondary">{t('withdrawal.submit')}</Button>
      </form>
    </Disclosure>
  </>
)

const PaperForm = ({
  t,
  url,
  vote,
  boxes,
}: {
  t: T
  url: string
  vote: Vote
  boxes: readonly ('all' | 'users' | 'agents' | 'elected')[]
}) => (
  <form method="post" action={`${url}/depouillement`}>
    {boxes.map(box => (
      <Section key={box} title={t('vote.box', { who: t(`college.${box}`) })}>
        {choices.map(choice => (
          <Field
            key={choice}
            form={emptyForm(Voices, { [`${box}-${choice}`]: String(vote.papers[box]?.[choice] ?? '') })}
            name={`${box}-${choice}`}
            type="number"
            label={t(`choice.${choice}`)}
            prefix="urne"
          />
        ))}
      </Section>
    ))}
    <Button>{t('vote.keepPapers')}</Button>
  </form>
)
