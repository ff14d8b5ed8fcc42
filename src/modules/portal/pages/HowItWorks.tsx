import { type KnotKind, ThreadSteps } from '#kernel/ui'
import type { T } from '../locales/index.ts'

const kinds: readonly KnotKind[] = ['contribution', 'version', 'decision', 'act', 'effect']

/** The five knots of the thread, explained. */
export const HowItWorks = ({ t }: { t: T }) => <ThreadSteps steps={kinds.map(kind => ({ kind, text: t(`home.how.${kind}`) }))} />
