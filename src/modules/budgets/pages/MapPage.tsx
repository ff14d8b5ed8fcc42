import type { Form } from '#kernel/forms'
import { Actions, Button, Empty, ErrorSummary, Field, Page, Section, Select, Table, TextArea } from '#kernel/ui'
import type { LineForm, PlaceForm } from '../forms.ts'
import type { CommuneMap } from '../queries/places.ts'
import { lineKinds } from '../rules/terms.ts'
import { crumbs, IdeasMap, type Said } from './parts.tsx'

interface Props extends Said {
  readonly map: CommuneMap
  readonly place: Form<PlaceForm>
  readonly line: Form<LineForm>
}

/** The commune's schematic map, drawn from its own points: named places and lines, kept by the town hall. */
export const MapPage = ({ t, map, place, line }: Props) => (
  <Page title={t('budgets.map')} lead={t('mapEdit.lead')} breadcrumb={crumbs(t)}>
    {map.places.length === 0 && map.lines.length === 0 ? (
      <Empty title={t('mapEdit.none')} drawing="bridge">
        {t('mapEdit.noneText')}
      </Empty>
    ) : (
      <IdeasMap t={t} map={map} ideas={[]} />
    )}
    <Section title={t('mapEdit.places')} id="lieux">
      {map.places.length > 0 && (
        <Table
          caption={t('mapEdit.places')}
          hideCaption
          head={[t('mapEdit.name'), t('mapEdit.point'), t('mapEdit.remove')]}
          rows={map.places.map(({ id, name, latitude, longitude }) => [
            name,
            `${latitude} ${longitude}`,
            <Remove action="/budgets/carte/lieux/retrait" id={id} label={t('mapEdit.removeNamed', { name })} words={t('mapEdit.remove')} />,
          ])}
        />
      )}
      <form method="post" action="/budgets/carte/lieux" noValidate>
        <ErrorSummary form={place} />
        <Field form={place} name="name" label={t('mapEdit.name')} width="medium" />
        <Field form={place} name="point" label={t('mapEdit.point')} hint={t('idea.pointHint')} width="medium" />
        <Actions>
          <Button>{t('mapEdit.addPlace')}</Button>
        </Actions>
      </form>
    </Section>
    <Section title={t('mapEdit.lines')} id="traits">
      {map.lines.length > 0 && (
        <Table
          caption={t('mapEdit.lines')}
          hideCaption
          head={[t('mapEdit.kind'), t('mapEdit.name'), t('mapEdit.remove')]}
          rows={map.lines.map(({ id, kind, name }) => [
            t(`mapLine.${kind}`),
            name,
            <Remove
              action="/budgets/carte/traits/retrait"
              id={id}
              label={t('mapEdit.removeNamed', { name: name || t(`mapLine.${kind}`) })}
              words={t('mapEdit.remove')}
            />,
          ])}
        />
      )}
      <form method="post" action="/budgets/carte/traits" noValidate>
        <ErrorSummary form={line} prefix="trait" />
        <Select
          form={line}
          prefix="trait"
          name="kind"
          label={t('mapEdit.kind')}
          options={lineKinds.map(value => ({ value, label: t(`mapLine.${value}`) }))}
        />
        <Field form={line} prefix="trait" name="lineName" label={t('mapEdit.name')} width="medium" optional />
        <TextArea form={line} prefix="trait" name="points" label={t('mapEdit.points')} hint={t('mapEdit.pointsHint')} rows={5} />
        <Actions>
          <Button>{t('mapEdit.addLine')}</Button>
        </Actions>
      </form>
    </Section>
  </Page>
)

const Remove = ({ action, id, label, words }: { action: string; id: string; label: string; words: string }) => (
  <form method="post" action={action}>
    <input type="hidden" name="id" value={id} />
    <Button kind="secondary" small label={label}>
      {words}
    </Button>
  </form>
)
