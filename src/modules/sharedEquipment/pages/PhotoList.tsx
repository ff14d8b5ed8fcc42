import type { Form } from '#kernel/forms'
import { Button, Disclosure, ErrorSummary, Field } from '#kernel/ui'
import type { Caption } from '../forms.ts'
import { home } from '../where.ts'
import type { LoanProps } from './loanProps.ts'

interface Props extends Pick<LoanProps, 't' | 'photos'> {
  readonly keeps: boolean
  readonly photoForm: Form<Caption>
  /** The words of the button that opens the form. */
  readonly add: string
  /** Of what the photos are of: they are posted under it. */
  readonly path: string
}
/** Photos of a thing or of an inspection, and adding one for who keeps the thing. */
export const PhotoList = ({ t, photos, keeps, photoForm, add, path }: Props) => (
  <>
    {photos.map(photo => (
      <p key={photo.id}>
        <a href={`${home}/photos/${photo.id}`}>{photo.caption}</a>
      </p>
    ))}
    {keeps && (
      <Disclosure summary={add} open={Object.keys(photoForm.errors).length > 0}>
        <form method="post" action={`${path}/photos`} enctype="multipart/form-data" noValidate>
          <ErrorSummary form={photoForm} prefix="photo" />
          <Field form={photoForm} name="caption" label={t('item.caption')} prefix="photo" />
          <p>
            <label for="photo-file">{t('item.photoFile')}</label>
            <br />
            <input class="input" type="file" id="photo-file" name="photo" accept=".jpg,.jpeg,.png,.webp" />
          </p>
          <Button kind="secondary">{t('item.photoSend')}</Button>
        </form>
      </Disclosure>
    )}
  </>
)
