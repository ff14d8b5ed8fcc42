import { Button } from '../button/button.tsx'
import { Actions } from './actions.tsx'

export const examples = {
  deux: () => (
    <Actions>
      <Button>Publier la réponse</Button>
      <Button kind="secondary" href="/mesures/3">
        Revenir à la mesure
      </Button>
    </Actions>
  ),
}
