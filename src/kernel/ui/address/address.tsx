/** Where to write or to come. */
export const Address = ({
  name,
  lines,
  phone,
  email,
}: {
  name?: string | undefined
  lines: readonly string[]
  phone?: string | undefined
  email?: string | undefined
}) => (
  <address class="address">
    {name && <strong>{name}</strong>}
    {lines.map(line => (
      <span key={line}>{line}</span>
    ))}
    {phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
    {email && <a href={`mailto:${email}`}>{email}</a>}
  </address>
)
