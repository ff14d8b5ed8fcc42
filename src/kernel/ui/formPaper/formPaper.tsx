import type { ComponentChildren } from 'preact'
import { useFrame, useWords } from '../frame.ts'

/** A form that prints as a form to fill in by hand: who, boxes large enough, where to bring it, its code. */
export const FormPaper = ({
  code,
  returnTo,
  anonymous,
  children,
}: {
  /** Short code that leads the desk back to this form. */
  code: string
  /** Lines of the address it is brought to; without, the town hall's desk. */
  returnTo?: readonly string[] | undefined
  /** Asks neither name nor signature. */
  anonymous?: boolean | undefined
  children: ComponentChildren
}) => {
  const t = useWords()
  const { body } = useFrame()
  return (
    <div class="paper">
      <div class="paper__head only-print">
        <p class="paper__code">
          <span>{t('paper.code')}</span> <strong>{code}</strong>
        </p>
        <p>
          <strong>{t('paper.title')}.</strong> {t('paper.intro')}
        </p>
      </div>
      {children}
      <div class="paper__foot only-print">
        {!anonymous && (
          <div class="paper__who">
            <p>{t('paper.name')}</p>
            <p>{t('paper.postal')}</p>
            <p>{t('paper.contact')}</p>
            <p class="paper__half">{t('paper.date')}</p>
            <p class="paper__half">{t('paper.signature')}</p>
          </div>
        )}
        <p>
          {t('paper.return')} <strong>{(returnTo ?? [body.name]).join(', ')}</strong>
        </p>
      </div>
    </div>
  )
}
