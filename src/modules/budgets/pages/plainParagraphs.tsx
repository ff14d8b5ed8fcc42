/** A text as it was typed: an empty line parts two paragraphs. */
export const plainParagraphs = (text: string) => (
  <div class="prose">
    {text
      .split(/\n\s*\n/)
      .filter(part => part.trim() !== '')
      .map((part, at) => (
        <p key={at}>{part}</p>
      ))}
  </div>
)
