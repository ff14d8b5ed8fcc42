import type { ComponentChildren } from 'preact'
import { Button, type ButtonProps } from '#kernel/ui'

/** A button that acts by itself: a form of one button, with what it must send. */
export const PostButton = ({
  action,
  fields = {},
  kind,
  small,
  label,
  children,
}: {
  action: string
  fields?: Readonly<Record<string, string>> | undefined
  kind?: ButtonProps['kind']
  small?: boolean | undefined
  label?: string | undefined
  children: ComponentChildren
}) => (
  <form method="post" action={action}>
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <Button kind={kind} small={small} label={label}>
      {children}
    </Button>
  </form>
)
