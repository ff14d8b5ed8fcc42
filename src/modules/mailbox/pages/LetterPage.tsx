import type { KeptLetter } from '#kernel/mail'
import { DefinitionList, Page, Time } from '#kernel/ui'
import { linkedText } from '../linkedText.ts'
import type { T } from '../locales/index.ts'

/** A letter as its reader would see it; addresses of this site can be followed. */
export const LetterPage = ({ t, letter, origin }: { t: T; letter: KeptLetter; origin: string }) => (
  <Page title={letter.subject} breadcrumb={[{ label: t('list.title'), href: '/courrier' }]}>
    <DefinitionList
      items={[
        { term: t('letter.to'), value: letter.address },
        { term: t('letter.at'), value: <Time at={letter.queued_at} /> },
        { term: t('letter.list'), value: letter.unsubscribe_url && <a href={letter.unsubscribe_url}>{t('letter.leave')}</a> },
      ]}
    />
    <div lang={letter.locale}>
      {linkedText(letter.text, origin).map(paragraph => (
        <p>
          {paragraph.map((line, n) => (
            <>
              {n > 0 && <br />}
              {line.map(piece => (piece.href ? <a href={piece.href}>{piece.text}</a> : piece.text))}
            </>
          ))}
        </p>
      ))}
    </div>
  </Page>
)
