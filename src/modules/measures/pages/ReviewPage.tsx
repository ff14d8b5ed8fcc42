import type { Form } from '#kernel/forms'
import { kinds } from '#engines/outline'
import { Actions, Button, Disclosure, Empty, ErrorSummary, Field, Notice, Page, Section, Steps, TextArea } from '#kernel/ui'
import type { CorrectionForm, ProgrammeForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { ProgrammeLine } from '../queries/programmes.ts'
import { isInTree, type Point } from '../rules/points.ts'
import type { PublicationRefusal } from '../rules/publishedTree.ts'
import { PointTree } from './PointTree.tsx'
import { PointLine } from './PointLine.tsx'

interface Props {
  readonly t: T
  readonly programme: ProgrammeLine
  readonly points: readonly Point[]
  /** Points ticked before: they stay ticked so that one can press the same button again. */
  readonly ticked: ReadonlySet<string>
  readonly cannot: PublicationRefusal | null
  readonly form: Form<CorrectionForm>
  readonly name: Form<ProgrammeForm>
}

export const ReviewPage = (props: Props) => {
  const { t, programme, points, form } = props
  const path = `/programme/import/${programme.id}`
  const inTree = points.filter(isInTree)
  const measures = inTree.filter(point => point.kind === 'measure').length
  const sections = inTree.filter(point => point.kind === 'objective' || point.kind === 'theme').length
  if (programme.publishedAt || programme.abandonedAt) return <Over {...props} />
  return (
    <Page
      title={t('review.title', { title: programme.title })}
      lead={t('review.lead', { measures, sections })}
      width="wide"
      breadcrumb={[
        { label: t('measures.title'), href: '/mesures' },
        { label: t('import.title'), href: '/programme/import' },
      ]}
    >
      <Steps steps={[t('review.step.import'), t('review.step.review'), t('review.step.publish')]} current={2} />
      <ErrorSummary form={form} />
      <form method="post" action={path} noValidate>
        <Waiting {...props} />
        <Section title={t('review.tree')} id="arbre">
          {inTree.length === 0 ? <Empty title={t('review.empty')} /> : <PointTree {...props} path={path} />}
        </Section>
        <Section title={t('review.dropTitle')} id="retirer">
          <Field form={form} name="reason" label={t('review.reason')} hint={t('review.reasonHint')} optional />
          <Button kind="danger" name="act" value="drop">
            {t('review.drop')}
          </Button>
        </Section>
        <Dropped {...props} />
      </form>
      <Publication {...props} measures={measures} />
      <Rest {...props} />
    </Page>
  )
}

/** What could not be placed, first: nothing is published while it waits. */
const Waiting = ({ t, programme, points, ticked }: Props) => {
  const waiting = points.filter(point => point.waitingBecause !== null && point.droppedBecause === null)
  if (waiting.length === 0) return null
  return (
    <Section title={t('review.waiting')} id="a-placer" lead={t('review.waitingLead', { n: waiting.length })}>
      <ul>
        {waiting.map(point => (
          <li key={point.id}>
            <PointLine t={t} point={point} path={`/programme/import/${programme.id}`} isTicked={ticked.has(point.id)} />
          </li>
        ))}
      </ul>
      <p>{t('review.place')}</p>
      <Actions>
        {kinds.map(kind => (
          <Button
            key={kind}
            kind="secondary"
            small
            name="act"
            value={`place:${kind}`}
            label={`${t('review.place')} ${t(`review.kind.${kind}`)}`}
          >
            {t(`review.kind.${kind}`)}
          </Button>
        ))}
        <Button kind="secondary" small name="act" value="merge">
          {t('review.attach')}
        </Button>
      </Actions>
    </Section>
  )
}

const Dropped = ({ t, programme, points, ticked }: Props) => {
  const dropped = points.filter(point => point.droppedBecause !== null)
  if (dropped.length === 0) return null
  return (
    <Section title={t('review.dropped')} id="retires">
      <ul>
        {dropped.map(point => (
          <li key={point.id}>
            <PointLine t={t} point={point} path={`/programme/import/${programme.id}`} isTicked={ticked.has(point.id)} />
          </li>
        ))}
      </ul>
      <Actions>
        <Button kind="secondary" small name="act" value="restore">
          {t('review.restore')}
        </Button>
      </Actions>
    </Section>
  )
}

const Publication = ({ t, programme, cannot, measures }: Props & { measures: number }) => (
  <Section title={t('review.publish')} id="publier">
    {cannot === null ? (
      <form method="post" action={`/programme/import/${programme.id}/publication`}>
        <p>{t('review.publishLead', { n: measures })}</p>
        <Button>{t('review.publish')}</Button>
      </form>
    ) : (
      <Notice kind="warning">{t(`review.cannot.${cannot}`)}</Notice>
    )}
  </Section>
)

const Rest = ({ t, programme, name }: Props) => (
  <>
    <Disclosure summary={t('review.name')}>
      <form method="post" action={`/programme/import/${programme.id}/titre`} noValidate>
        <Field form={name} name="title" label={t('review.programmeTitle')} prefix="titre" />
        <TextArea form={name} name="introduction" label={t('review.introduction')} prefix="titre" optional />
        <Button kind="secondary">{t('review.rename')}</Button>
      </form>
    </Disclosure>
    <Disclosure summary={t('review.abandon')}>
      <form method="post" action={`/programme/import/${programme.id}/abandon`}>
        <p>{t('review.abandonLead')}</p>
        <Button kind="danger">{t('review.abandon')}</Button>
      </form>
    </Disclosure>
    <p>
      <a href={`/programme/import/${programme.id}/document`}>{t('review.source')}</a>
    </p>
  </>
)

const Over = ({ t, programme }: Props) => (
  <Page title={programme.title} lead={t('review.over')} breadcrumb={[{ label: t('import.title'), href: '/programme/import' }]}>
    {programme.publishedAt && (
      <p>
        <a href="/programme">{t('measures.programme')}</a>
      </p>
    )}
    <p>
      <a href={`/programme/import/${programme.id}/document`}>{t('review.source')}</a>
    </p>
  </Page>
)
