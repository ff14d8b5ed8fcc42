import { Section } from '#kernel/ui'
import type { CommitmentProps } from './props.ts'

/** What people wrote that led to this promise, and how many of them hear of each step. */
export const LedToIt = ({ t, commitment, told }: Pick<CommitmentProps, 't' | 'commitment' | 'told'>) => {
  const n = told.author + told.supporter + told.member + told.follower
  return (
    <Section title={t('origin.title')} id="origine">
      <ul>
        <li>
          <a href={commitment.decisionUrl}>{commitment.decisionTitle}</a>
        </li>
        {commitment.origins.map(({ subject, title, url }) => (
          <li key={subject}>
            <a href={url}>{title}</a>
          </li>
        ))}
      </ul>
      <p>
        {t('origin.told', { n })} {n > 1 && t('origin.who', { authors: told.author, supporters: told.supporter })}
      </p>
    </Section>
  )
}
