import { Progress } from './progress.tsx'

export const examples = { 'page 2 sur 4': () => <Progress value={2} of={4} label="Page 2 sur 4" /> }
