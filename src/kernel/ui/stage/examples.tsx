import { Stage } from './stage.tsx'

export const examples = {
  'en co-construction': () => <Stage label="En co-construction" step={2} of={7} since="2027-02-03" />,
  'en fonctionnement': () => <Stage label="En fonctionnement" step={6} of={7} />,
  retirée: () => <Stage label="Retirée" step={1} of={7} since="2027-04-01" stopped />,
}
