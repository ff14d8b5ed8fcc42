import { needs, wrong } from '../control/exampleForm.ts'
import { Checkboxes } from './checkboxes.tsx'

export const examples = {
  plusieurs: () => <Checkboxes form={wrong} name="needs" label="De quoi avez-vous besoin ?" options={needs} optional prefix="g" />,
}
