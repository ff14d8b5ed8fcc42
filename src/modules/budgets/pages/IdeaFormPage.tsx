import type { Form } from '#kernel/forms'
import { Actions, Button, ErrorSummary, Field, FormPaper, Listing, Notice, Page, Select, TextArea } from '#kernel/ui'
import type { IdeaForm } from '../forms.ts'
import { type Sector } from '../queries/budgets.ts'
import { type Idea } from '../queries/ideas.ts'
import type { CommuneMap } from '../queries/places.ts'
import { crumbs, IdeasMap, type OfBudget } from './parts.tsx'
import { budgetPath, ideaPath } from '../rules/sitePath.ts'

interface Props extends OfBudget {
  readonly form: Form<IdeaForm>
  readonly sectors: readonly Sector[]
  readonly map: CommuneMap
  readonly similar: readonly Idea[]
  readonly code: string
  /** The idea being changed; none when it is new. */
  readonly idea: Idea | null
  readonly isSignedIn: boolean
}

/** An idea, its place chosen without script: a named place, a point, words; on paper as well. */
export const IdeaFormPage = (props: Props) => {
  const { t, budget, form, sectors, map, similar, code, idea, isSignedIn } = props
  const path = idea ? `${ideaPath(idea.id)}/modification` : `${budgetPath(budget.id)}/idees`
  return (
    <Page title={t(idea ? 'idea.change' : 'idea.new')} lead={t('idea.lead')} breadcrumb={crumbs(t, budget)} code={code}>
      <ErrorSummary form={form} />
      {!isSignedIn && (
        <Notice title={t('idea.signIn')}>
          <a href={`/connexion?retour=${budgetPath(budget.id)}/idees/nouvelle`}>{t('idea.signInLink')}</a>
        </Notice>
      )}
      {similar.length > 0 && (
        <Notice title={t('idea.similar')}>
          <p>{t('idea.similarText')}</p>
          <Listing level={2} items={similar.map(one => ({ href: ideaPath(one.id), title: `${one.id}. ${one.title}`, note: one.place }))} />
        </Notice>
      )}
      <FormPaper code={code}>
        <form method="post" action={path} noValidate>
          {similar.length > 0 && <input type="hidden" name="isNew" value="oui" />}
          <Field form={form} name="title" label={t('idea.name')} hint={t('idea.nameHint')} />
          <TextArea form={form} name="text" label={t('idea.text')} hint={t('idea.textHint')} rows={7} maxlength={4000} />
          {sectors.length > 0 && (
            <Select
              form={form}
              name="sector"
              label={t('idea.sector')}
              optional
              options={[{ value: '', label: t('idea.noSector') }, ...sectors.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          )}
          {map.places.length > 0 && (
            <Select
              form={form}
              name="namedPlace"
              label={t('idea.namedPlace')}
              hint={t('idea.namedPlaceHint')}
              optional
              options={[{ value: '', label: t('idea.noPlace') }, ...map.places.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          )}
          <Field form={form} name="place" label={t('idea.place')} hint={t('idea.placeHint')} optional />
          <Field form={form} name="point" label={t('idea.point')} hint={t('idea.pointHint')} width="medium" optional />
          <Actions>
            <Button>{t(similar.length > 0 ? 'idea.sendAnyway' : idea ? 'idea.save' : 'idea.send')}</Button>
          </Actions>
        </form>
      </FormPaper>
      {map.places.length > 0 && <IdeasMap t={t} map={map} ideas={[]} />}
    </Page>
  )
}
