/** A text written by people, already made safe HTML by the texts engine. */
export const Prose = ({ html, lang }: { html: string; lang?: string | undefined }) => (
  <div class="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
)
