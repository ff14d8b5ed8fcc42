import { emptyForm } from '#kernel/forms'
import { Button, Select } from '#kernel/ui'
import { Paid } from '../forms.ts'
import type { Said } from './parts.tsx'

/** Money that came later: by which means. */
export const PaidForm = ({ t, action, id, name }: Pick<Said, 't'> & { action: string; id: string; name: string }) => (
  <form method="post" action={action}>
    <Select
      form={emptyForm(Paid, { means: 'cash' })}
      name="means"
      prefix={id}
      label={t('sq.means', { name })}
      options={(['cash', 'cheque', 'card'] as const).map(one => ({ value: one, label: t(`sq.means.${one}`) }))}
    />
    <Button small kind="secondary" label={t('office.receiveOne', { name })}>
      {t('office.receive')}
    </Button>
  </form>
)
