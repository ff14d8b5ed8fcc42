import { wrong } from '../control/exampleForm.ts'
import { Field } from '../field/field.tsx'
import { ErrorSummary } from './errorSummary.tsx'

export const examples = {
  'cinq corrections': () => (
    <form>
      <ErrorSummary form={wrong} prefix="j" />
      <Field form={wrong} name="subject" label="Objet de la réunion" prefix="j" />
      <Field form={wrong} name="email" type="email" label="Votre adresse électronique" prefix="j" />
      <Field form={wrong} name="held" type="date" label="Jour de la réunion" prefix="j" />
      <Field form={wrong} name="seats" type="number" label="Places" prefix="j" />
      <Field form={wrong} name="place" label="Salle" prefix="j" />
    </form>
  ),
}
