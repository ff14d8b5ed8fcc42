import type { z } from 'zod'
import { emptyForm, type Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, Page, Section } from '#kernel/ui'
import { type FileLine, Presentation } from '../forms.ts'
import { FileLineForm } from './FileLineForm.tsx'
import type { FileView } from './views.ts'

/** Where agents complete the file of a year, so that the file itself can be printed as it is. */
export const CompleteFilePage = (view: FileView & { wrong?: Form<z.output<typeof FileLine>> }) => {
  const { t, file, wrong } = view
  const url = `/comites/ccspl/${file.year}`
  const presented = emptyForm(Presentation, file.presentation ? { ...file.presentation } : {})
  return (
    <Page
      title={t('file.edit')}
      kicker={file.committee.name}
      breadcrumb={[
        { label: t('committees.title'), href: '/comites' },
        { label: t('commission.title'), href: '/comites/ccspl' },
        { label: t('file.title', { year: file.year }), href: url },
      ]}
    >
      {wrong && <ErrorSummary form={wrong} prefix="piece" />}
      {file.items.map(item => (
        <FileLineForm key={item.id || `s${item.serviceId}`} {...view} item={item} />
      ))}
      <FileLineForm {...view} item={null} {...(wrong ? { form: wrong } : {})} />
      <Section title={t('file.presentation')}>
        <form method="post" action={`${url}/presentation`} noValidate>
          <Field form={presented} name="presentedOn" type="date" label={t('file.presentedOn')} prefix="conseil" />
          <Field form={presented} name="act" label={t('file.presentedAct')} hint={t('form.actHint')} prefix="conseil" />
          <Button kind="secondary">{t('file.presentedSubmit')}</Button>
        </form>
      </Section>
    </Page>
  )
}
