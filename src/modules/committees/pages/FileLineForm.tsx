import type { z } from 'zod'
import { emptyForm, type Form } from '#kernel/forms'
import { Button, Disclosure, Field, Hidden, Select, TextArea } from '#kernel/ui'
import { FileLine } from '../forms.ts'
import type { FileItem } from '../queries/yearlyFile.ts'
import { fileKinds, opinions } from '../rules/yearlyFile.ts'
import type { FileView } from './views.ts'

/** Completes a line of the file, or adds one. */
export const FileLineForm = ({ t, file, item, form }: FileView & { item: FileItem | null; form?: Form<z.output<typeof FileLine>> }) => {
  const title = item ? (item.id === '' ? t('file.delegateReport', { service: item.title }) : item.title) : ''
  const filled =
    form ??
    emptyForm(
      FileLine,
      item
        ? {
            item: item.id,
            kind: item.kind,
            title,
            service: item.serviceId ?? '',
            documentUrl: item.documentUrl,
            receivedOn: item.receivedOn ?? '',
            meeting: item.meetingId ?? '',
            opinion: item.opinion,
            note: item.note,
          }
        : {},
    )
  const prefix = item ? `piece-${item.id || `s${item.serviceId}`}` : 'piece'
  return (
    <Disclosure summary={item ? t('file.completeOne', { title }) : t('file.add')} open={form !== undefined}>
      <form method="post" action={`/comites/ccspl/${file.year}/pieces`} noValidate>
        {item && <Hidden form={filled} name="item" value={item.id} />}
        <Select
          form={filled}
          name="kind"
          label={t('file.kind')}
          options={fileKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
          prefix={prefix}
        />
        <Field form={filled} name="title" label={t('file.what')} prefix={prefix} />
        <Select
          form={filled}
          name="service"
          label={t('file.serviceOf')}
          options={[{ value: '', label: t('file.noService') }, ...file.catalogue.map(one => ({ value: one.id, label: one.name }))]}
          prefix={prefix}
          optional
        />
        <Field form={filled} name="documentUrl" label={t('file.document')} hint={t('form.actUrlHint')} prefix={prefix} optional />
        <Field form={filled} name="receivedOn" type="date" label={t('file.received')} prefix={prefix} optional />
        <Select
          form={filled}
          name="meeting"
          label={t('file.examinedAt')}
          options={[{ value: '', label: t('file.noMeeting') }, ...file.meetings.map(one => ({ value: one.id, label: one.title }))]}
          prefix={prefix}
          optional
        />
        <Select
          form={filled}
          name="opinion"
          label={t('file.opinion')}
          options={opinions.map(one => ({ value: one, label: t(`opinion.${one}`) }))}
          prefix={prefix}
          optional
        />
        <TextArea form={filled} name="note" label={t('file.note')} rows={2} prefix={prefix} optional />
        <Button kind="secondary">{t('file.save')}</Button>
      </form>
    </Disclosure>
  )
}
