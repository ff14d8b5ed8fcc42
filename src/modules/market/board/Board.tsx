import { AlleyStrips } from './AlleyStrips.tsx'
import { Call, Queue } from './Casuals.tsx'
import { Clashes, Orphans } from './Clashes.tsx'
import type { BoardProps } from './parts.tsx'
import { Placed, Receipts } from './Placed.tsx'
import { Subscribers } from './Subscribers.tsx'

/** The whole morning on one page: the same drawing on the server, and on a telephone without network. */
export const Board = (props: BoardProps) => (
  <div class="square">
    {props.refused && (
      <p class="square__refused" role="alert" id="refus">
        {props.refused.text}
      </p>
    )}
    <Clashes {...props} />
    <Orphans {...props} />
    <Subscribers {...props} />
    <Call {...props} />
    <Queue {...props} />
    <Placed {...props} />
    <AlleyStrips {...props} />
    <Receipts {...props} />
  </div>
)
