import { Button, Section } from '#kernel/ui'
import { linePath } from '../rules/sitePath.ts'
import type { LineProps } from './lineProps.ts'

/** A line becomes a measure or an amendment in one gesture: the form of the measures opens with its words. */
export const NextGesture = ({ t, service, line, measures }: LineProps) => {
  if (line.into !== null || line.state === 'closed') return null
  const text = line.change || line.what
  const reason = t('line.reasonBecause', {
    who: line.author ?? t('line.someone'),
    college: t(`college.${line.college}`).toLowerCase(),
    what: [line.what, line.audience, line.place].filter(Boolean).join(' · '),
  })
  const origine = linePath(line.id)
  const title = `${service.name} : ${text}`.split('\n')[0]!.slice(0, 150).toWellFormed()
  return (
    <Section title={t('line.next')} id="suite" lead={t('line.nextLead')}>
      <p>
        <Button
          kind="secondary"
          href={`/mesures/propositions/nouvelle?${new URLSearchParams({ titre: title, texte: text, motif: reason, origine })}`}
        >
          {t('line.newMeasure')}
        </Button>
      </p>
      {measures.length > 0 && (
        <ul>
          {measures.map(measure => (
            <li key={measure.id}>
              <a href={`/mesures/${measure.id}/amendements/nouveau?${new URLSearchParams({ texte: text, motif: reason, origine })}`}>
                {t('line.amend', { measure: measure.title })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
