import type { ComponentChildren } from 'preact'

/** A sheet to fill in that holds on one page: the back of a poster. */
export const PosterBack = ({ children }: { children: ComponentChildren }) => <div class="poster-back">{children}</div>

/** What is pinned up at a counter: read from two metres away, on a page of its own. */
export const Poster = ({ title, lead, children }: { title: string; lead: string; children: ComponentChildren }) => (
  <section class="poster">
    <p class="poster__title">{title}</p>
    <p class="poster__lead">{lead}</p>
    {children}
  </section>
)
