import { Button } from '../button/button.tsx'
import { Choice } from '../choice/choice.tsx'
import { blank, places } from '../control/exampleForm.ts'
import { Field } from '../field/field.tsx'
import { TextArea } from '../textArea/textArea.tsx'
import { FormPaper } from './formPaper.tsx'

export const examples = {
  'à imprimer': () => (
    <FormPaper code="M3-7K4" returnTo={['Mairie de Bures-sur-Yvette', '45 rue Charles-de-Gaulle', '91440 Bures-sur-Yvette']}>
      <form method="post" action="/mesures/3/amendements" novalidate>
        <Field form={blank} name="subject" label="Objet de l’amendement" prefix="k" />
        <TextArea form={blank} name="reason" label="Vos raisons" prefix="k" />
        <Choice form={blank} name="place" label="Où se retrouver ?" options={places} prefix="k" />
        <Button>Déposer l’amendement</Button>
      </form>
    </FormPaper>
  ),
}
