import { Button, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Group, GroupMember } from '../queries/group.ts'

/** The group, bench by bench; empty benches are shown, so that one sees who is missing. */
export const MembersByCollege = ({ t, group, runs, url }: { t: T; group: Group; runs: boolean; url: string }) => (
  <>
    {(['users', 'agents', 'elected'] as const).map(college => {
      const members = group.members.filter(member => member.college === college)
      return (
        <Section key={college} title={`${t(`group.college.${college}`)} (${members.length})`}>
          {members.length === 0 ? <p>{t('group.nobody')}</p> : <ul>{members.map(member => <li key={member.member}><OneMember t={t} member={member} runs={runs} url={url} /></li>)}</ul>}
        </Section>
      )
    })}
  </>
)

const OneMember = ({ t, member, runs, url }: { t: T; member: GroupMember; runs: boolean; url: string }) => {
  const asSecretary = member.role === 'secretary'
  return (
    <>
      {member.name}{member.role !== 'member' && <>, {t(`group.role.${member.role}`)}</>}
      {runs && member.role !== 'chair' && (
        <form method="post" action={`${url}/membres`}>
          <input type="hidden" name="person" value={member.member} />
          <Button small kind="secondary" name="role" value={asSecretary ? 'member' : 'secretary'} label={t(asSecretary ? 'group.makeMemberOne' : 'group.makeSecretaryOne', { name: member.name })}>
            {t(asSecretary ? 'group.makeMember' : 'group.makeSecretary')}
          </Button>
        </form>
      )}
    </>
  )
}
