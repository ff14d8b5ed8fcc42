import { Button } from './button.tsx'

export const examples = {
  principal: () => <Button>Déposer l’amendement</Button>,
  secondaire: () => (
    <Button kind="secondary" href="/mesures">
      Voir les mesures
    </Button>
  ),
  grave: () => <Button kind="danger">Retirer ma contribution</Button>,
  petit: () => (
    <Button kind="secondary" small>
      Soutenir
    </Button>
  ),
}
