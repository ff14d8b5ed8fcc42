import { renderMarkdown } from '#engines/texts'
import { Actions, Button, Empty, FormPaper, Notice, Page, Prose } from '#kernel/ui'
import type { Brought } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { VersionText } from '../../queries/versions.ts'
import { gestureWords } from './gestureWords.ts'
import { crumbs, type MeasureName } from './crumbs.ts'

/** The whole text, with what can be proposed on each paragraph; on paper, a form to cross and fill in. */
export const ChoosePage = ({
  t,
  measure,
  version,
  code,
  brought,
  nothingTicked,
}: {
  t: T
  measure: MeasureName
  version: VersionText
  code: string
  /** Words brought from elsewhere on the site: they go on to the form. */
  brought: Brought
  /** They asked to go on without choosing a paragraph. */
  nothingTicked: boolean
}) => {
  const path = `/mesures/${measure.id}/amendements/nouveau`
  const carried = Object.entries(brought).filter(([, words]) => words !== '')
  const placeOf = (asked: Record<string, string>) => `${path}?${new URLSearchParams([...Object.entries(asked), ...carried])}`
  return (
    <Page
      title={t('choose.title')}
      lead={t('choose.lead', { measure: measure.title, n: version.number })}
      breadcrumb={crumbs(t, measure, 'amendments')}
      code={code}
    >
      {brought.texte !== '' && <Notice title={t('choose.brought')}>{brought.texte}</Notice>}
      {nothingTicked && <Notice kind="warning" title={t('choose.nothingTicked')} />}
      <FormPaper code={code}>
        <form method="get" action={path}>
          {carried.map(([name, words]) => (
            <input key={name} type="hidden" name={name} value={words} />
          ))}
          {version.paragraphs.length === 0 && (
            <Empty title={t('choose.empty')} action={{ label: t('choose.atStart'), href: placeOf({ geste: 'ajouter' }) }} />
          )}
          {version.paragraphs.map(({ id, text }, at) => (
            <section key={id} id={id} aria-label={t('choose.paragraph', { n: at + 1 })}>
              <Prose html={renderMarkdown(text).__html} />
              <div class="box">
                <input class="box__input" type="checkbox" id={`choix-${id}`} name="paragraphe" value={id} />
                <label class="box__label" for={`choix-${id}`}>
                  {t('choose.tick', { n: at + 1 })}
                </label>
              </div>
              <Actions>
                {gestureWords.map(({ gesture, word }) => (
                  <Button
                    key={word}
                    kind="secondary"
                    small
                    href={placeOf({ geste: word, paragraphe: id })}
                    label={t('choose.gestureOn', { gesture: t(`gesture.${gesture}`), n: at + 1 })}
                  >
                    {t(`gesture.${gesture}`)}
                  </Button>
                ))}
              </Actions>
            </section>
          ))}
          {version.paragraphs.length > 0 && (
            <>
              <h2>{t('choose.several')}</h2>
              <Actions>
                <Button name="geste" value="modifier">
                  {t('choose.rewriteChosen')}
                </Button>
                <Button kind="secondary" name="geste" value="retirer">
                  {t('choose.removeChosen')}
                </Button>
                <Button kind="secondary" href={placeOf({ geste: 'ajouter' })}>
                  {t('choose.atStart')}
                </Button>
              </Actions>
            </>
          )}
          <div class="only-print">
            <div class="paper__who">
              <p class="paper__write">{t('choose.paperText')}</p>
              <p class="paper__write">{t('choose.paperReason')}</p>
            </div>
          </div>
        </form>
      </FormPaper>
    </Page>
  )
}
