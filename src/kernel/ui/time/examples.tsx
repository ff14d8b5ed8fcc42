import { Time } from './time.tsx'

export const examples = {
  jour: () => (
    <p>
      <Time at="2027-03-03" />
    </p>
  ),
  instant: () => (
    <p>
      <Time at="2027-03-03T17:30:00Z" />
    </p>
  ),
}
