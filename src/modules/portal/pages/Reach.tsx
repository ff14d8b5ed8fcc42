import { Address } from '#kernel/ui'
import type { Publisher } from '../settings.ts'

/** How to reach the town hall, as far as it has said. */
export const Reach = ({ publisher }: { publisher: Publisher }) => (
  <Address
    name={publisher.publisher || undefined}
    lines={publisher.address ? [publisher.address] : []}
    phone={publisher.phone || undefined}
    email={publisher.email || undefined}
  />
)
