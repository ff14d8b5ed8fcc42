import { AgreementRows } from './agreement.tsx'

export const examples = {
  'par groupe': () => (
    <AgreementRows
      rows={[
        { label: 'Groupe A', agree: 41, disagree: 3, pass: 4 },
        { label: 'Groupe B', agree: 12, disagree: 20, pass: 6 },
        { label: 'Groupe C', agree: 0, disagree: 0, pass: 0 },
      ]}
    />
  ),
}
