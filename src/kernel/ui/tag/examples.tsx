import { Tag } from './tag.tsx'

export const examples = {
  tous: () => (
    <p>
      <Tag>Alimentation</Tag> <Tag tone="river">Ouverte</Tag> <Tag tone="ochre">À vous</Tag> <Tag tone="leaf">Retenue</Tag>{' '}
      <Tag tone="brick">Refusée</Tag>
    </p>
  ),
}
