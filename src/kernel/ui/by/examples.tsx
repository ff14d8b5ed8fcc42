import { By } from './by.tsx'

export const examples = {
  habitante: () => <By name="Amina Benali" college="users" at="2027-01-12" />,
  agent: () => <By name="Louis Garnier" college="agents" role="service de la voirie" />,
  élue: () => <By name="Claire Morel" college="elected" />,
  'au guichet': () => <By name="Jeanne Lefèvre" college="users" keyedBy="Louis Garnier" at="2027-01-12T09:30:00Z" />,
  partie: () => <By name={null} />,
}
