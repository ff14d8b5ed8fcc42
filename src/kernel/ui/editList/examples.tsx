import { Button } from '../button/button.tsx'
import { EditList } from './editList.tsx'

export const examples = {
  'des questions': () => (
    <EditList
      items={['Allez-vous à la poste ?', 'À quels horaires ?'].map(label => ({
        id: label,
        content: <p>{label}</p>,
        gestures: (
          <Button small kind="secondary" href="#" label={`Modifier : ${label}`}>
            Modifier
          </Button>
        ),
      }))}
    />
  ),
}
