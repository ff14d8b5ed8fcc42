import { Button, FigureRow, Notice, Section } from '#kernel/ui'
import { colleges } from '../rules/synthesis.ts'
import { linePath } from '../rules/sitePath.ts'
import type { LineProps } from './lineProps.ts'

/** How many people of each college see it too, and the button to say so. */
export const Agreements = ({ t, reader, line }: LineProps) => {
  const path = linePath(line.id)
  const isOver = line.into !== null || line.state === 'closed'
  return (
    <Section title={t('line.who')} id="constats" lead={t('line.whoLead')}>
      <FigureRow figures={colleges.map(college => ({ value: line.agreements[college], label: t(`college.${college}`) }))} />
      {line.hasAgreed && (
        <>
          <Notice kind="success" title={t('line.agreed')} />
          <form method="post" action={`${path}/constat/retrait`}>
            <Button kind="secondary">{t('line.disagree')}</Button>
          </form>
        </>
      )}
      {!isOver && !line.hasAgreed && line.isCredited && <p>{t('line.yours')}</p>}
      {!isOver && !line.hasAgreed && !line.isCredited && reader.personId !== null && (
        <form method="post" action={`${path}/constat`}>
          <Button>{t('line.agree')}</Button>
        </form>
      )}
      {!isOver && reader.personId === null && (
        <p>
          <Button href={`/connexion?retour=${path}`}>{t('line.signIn')}</Button>
        </p>
      )}
      {!isOver && (
        <p class="soft">
          <a href={`${path}/constat`}>{t('line.agreePaper')}</a>
        </p>
      )}
    </Section>
  )
}
