import { Steps } from './steps.tsx'

export const examples = { import: () => <Steps steps={['Coller le programme', 'Corriger l’arbre', 'Publier']} current={2} /> }
