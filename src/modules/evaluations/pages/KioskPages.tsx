import { type Question, said } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import { Button, KioskButtons, KioskPage } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { intentions } from '../rules/national.ts'

interface Common {
  readonly t: T
  readonly locale: Locale
  readonly serviceName: string
  /** `/evaluations/3/borne/12-…` */
  readonly path: string
}
interface AskingProps extends Common {
  readonly question: Question
  readonly step: number
  readonly of: number
  /** What was touched before, in the address: nothing is kept on the tablet. */
  readonly before: readonly (readonly [string, string])[]
}

/** One question a screen; the next one comes with a touch. */
export const KioskQuestionPage = ({ t, locale, serviceName, path, question, step, of, before }: AskingProps) => (
  <KioskPage title={said(question.label, locale).text} kicker={`${serviceName} · ${t('kiosk.of', { n: step, total: of })}`}>
    <form method="get" action={path}>
      <input type="hidden" name="etape" value={step + 1} />
      {before.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <KioskButtons name={question.code} answers={answersOf(t, question, locale)} />
    </form>
    <div class="kiosk__foot">
      {!question.required && (
        <Button kind="secondary" href={`${path}?${new URLSearchParams([['etape', String(step + 1)], ...before.map(([k, v]) => [k, v])])}`}>
          {t('kiosk.skip')}
        </Button>
      )}
      {step > 1 && <Restart t={t} path={path} />}
    </div>
  </KioskPage>
)

/** The last touch sends. */
export const KioskSendPage = ({
  t,
  serviceName,
  path,
  before,
  message,
}: Common & { readonly before: AskingProps['before']; readonly message: string | null }) => (
  <KioskPage title={t('kiosk.sendTitle')} kicker={serviceName}>
    {message && <p role="alert">{message}</p>}
    <form method="post" action={path}>
      {before.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button>{t('kiosk.send')}</Button>
    </form>
    <div class="kiosk__foot">
      <Restart t={t} path={path} />
    </div>
  </KioskPage>
)

export const KioskThanksPage = ({ t, serviceName, path }: Common) => (
  <KioskPage title={t('kiosk.thanks')} kicker={serviceName}>
    <p>
      <Button href={path}>{t('kiosk.next')}</Button>
    </p>
  </KioskPage>
)

export const KioskStoppedPage = ({ t, serviceName }: Pick<Common, 't' | 'serviceName'>) => (
  <KioskPage title={t('kiosk.stopped')} kicker={serviceName}>
    <p>{t('kiosk.stoppedText')}</p>
  </KioskPage>
)

const Restart = ({ t, path }: Pick<Common, 't' | 'path'>) => (
  <Button kind="secondary" href={path}>
    {t('kiosk.restart')}
  </Button>
)

/** Minutes that a finger can choose among. */
const minutes = [0, 2, 5, 10, 15, 20, 30, 60]

const answersOf = (t: T, question: Question, locale: Locale) => {
  switch (question.kind) {
    case 'one':
      return question.options.map(({ code, label }) => ({
        value: code,
        label: said(label, locale).text,
        mood: intentions.find(intention => intention === code),
      }))
    case 'scale':
      return Array.from({ length: question.points }, (_, at) => {
        const end = at === 0 ? question.low : at === question.points - 1 ? question.high : null
        return { value: String(at + 1), label: end ? `${at + 1} · ${said(end, locale).text}` : String(at + 1) }
      })
    case 'number':
      return minutes.map(n => ({ value: String(n), label: n === 60 ? t('kiosk.hour') : t('kiosk.minutes', { n }) }))
    default:
      return []
  }
}
