import { blank } from '../control/exampleForm.ts'
import { Checkbox } from './checkbox.tsx'

export const examples = {
  seule: () => (
    <Checkbox
      form={blank}
      name="public"
      label="La réunion est ouverte à tous"
      hint="Elle paraîtra dans l’agenda de la commune."
      prefix="h"
    />
  ),
}
