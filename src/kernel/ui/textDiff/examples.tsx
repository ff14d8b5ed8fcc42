import { TextDiff } from './textDiff.tsx'

export const examples = {
  'un paragraphe': () => (
    <TextDiff
      parts={[
        { kind: 'same', text: 'Le marché se tient le samedi matin' },
        { kind: 'added', text: ' et le vendredi soir' },
        { kind: 'same', text: ', place ' },
        { kind: 'removed', text: 'de la Gare' },
        { kind: 'added', text: 'du 8-Mai-1945' },
        { kind: 'same', text: '.' },
      ]}
    />
  ),
}
