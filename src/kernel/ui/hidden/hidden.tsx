import type { AnyForm, FieldName } from '../control/control.ts'

/** A value sent along with the form, unseen. Without `value`, what was sent before. */
export const Hidden = <F extends AnyForm>({ form, name, value }: { form: F; name: FieldName<F>; value?: string | number | undefined }) => (
  <input type="hidden" name={name} value={value ?? [form.values[name] ?? ''].flat()[0]} />
)
