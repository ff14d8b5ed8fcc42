import type { ComponentChildren } from 'preact'

/** A part of a page, with its title; `id` lets one link to it. */
export const Section = ({
  title,
  id,
  lead,
  children,
}: {
  title: string
  id?: string | undefined
  lead?: ComponentChildren
  children?: ComponentChildren
}) => (
  <section class="section" id={id}>
    <h2>{title}</h2>
    {lead && (typeof lead === 'string' ? <p class="section__lead">{lead}</p> : lead)}
    {children}
  </section>
)
