import { Notice } from './notice.tsx'

export const examples = {
  savoir: () => <Notice>Les figures de cette page sont arrêtées au 1er mars 2027.</Notice>,
  fait: () => (
    <Notice kind="success" title="Votre amendement est déposé">
      Le groupe de travail vous répondra avant le mardi 3 mars 2027.
    </Notice>
  ),
  attention: () => <Notice kind="warning">La réponse de la mairie a douze jours de retard. L’élue en charge est prévenue.</Notice>,
}
