import { blank, wrong } from '../control/exampleForm.ts'
import { TextArea } from './textArea.tsx'

export const examples = {
  vide: () => <TextArea form={blank} name="reason" label="Pourquoi cette réunion ?" maxlength={2000} prefix="c" />,
  rempli: () => <TextArea form={wrong} name="reason" label="Pourquoi cette réunion ?" rows={3} prefix="d" />,
}
