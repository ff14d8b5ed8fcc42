import { blank, wrong } from '../control/exampleForm.ts'
import { Field } from './field.tsx'

export const examples = {
  texte: () => (
    <Field form={blank} name="subject" label="Objet de la réunion" hint="En quelques mots, comme vous le diriez à un voisin." prefix="a" />
  ),
  courriel: () => <Field form={blank} name="email" type="email" autocomplete="email" label="Votre adresse électronique" prefix="a" />,
  date: () => <Field form={blank} name="held" type="date" label="Jour de la réunion" prefix="a" />,
  nombre: () => <Field form={blank} name="seats" type="number" label="Places" unit="personnes" optional prefix="a" />,
  'à corriger': () => <Field form={wrong} name="email" type="email" label="Votre adresse électronique" prefix="b" />,
}
