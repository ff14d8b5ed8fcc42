import { blank, places } from '../control/exampleForm.ts'
import { Select } from './select.tsx'

export const examples = {
  liste: () => <Select form={blank} name="place" label="Salle" options={places} prefix="i" />,
}
