import { RiverTown } from '../drawing/riverTown.tsx'
import { useFrame, useWords } from '../frame.ts'

/** Where the rules of the house are written; on paper, how to come back. */
export const Footer = ({ code }: { code?: string | undefined }) => {
  const { address, body } = useFrame()
  const t = useWords()
  return (
    <footer class="footer">
      <RiverTown />
      <div class="footer__inner">
        <p class="footer__spirit">
          <strong>{body.name}</strong>
          <br />
          {t('frame.spirit')}
        </p>
        <nav aria-label={t('frame.footer')}>
          <ul>
            <li>
              <a href="/a-propos">{t('frame.about')}</a>
            </li>
            <li>
              <a href="/accessibilite">{t('frame.accessibility')}</a>
            </li>
            <li>
              <a href="/donnees-personnelles">{t('frame.personalData')}</a>
            </li>
            <li>
              <a href="/donnees-ouvertes">{t('frame.openData')}</a>
            </li>
            <li>
              <a href="/parametres">{t('frame.parameters')}</a>
            </li>
            <li>
              <a href="/journal">{t('frame.journal')}</a>
            </li>
            <li>
              <a href="/moderation/regles">{t('frame.moderation')}</a>
            </li>
            <li>
              <a href="/mentions-legales">{t('frame.legal')}</a>
            </li>
            <li>
              <a href="/a-propos#code-source">{t('frame.source')}</a>
            </li>
          </ul>
        </nav>
      </div>
      <p class="footer__print only-print">
        {t('frame.printAddress', { address })}
        {code && (
          <>
            {' '}
            · <strong>{t('frame.printCode', { code })}</strong>
          </>
        )}
      </p>
    </footer>
  )
}
