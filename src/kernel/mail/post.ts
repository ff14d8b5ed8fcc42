import { createTransport } from 'nodemailer'

/** A letter ready to leave. */
export interface Sealed {
  readonly id: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  readonly locale: string
  readonly unsubscribe: string | null
}
export type Outcome = { readonly sent: true } | { readonly sent: false; readonly forGood: boolean; readonly reason: string }
/** Hands letters to a mail server. */
export interface Post {
  readonly address: string
  send(letter: Sealed): Promise<Outcome>
  close(): void
}

/** A mail server. `url` is `smtp://user:password@host:587` or `smtps://…`; `address` is what letters come from. */
export const smtpPost = (url: string, address: string): Post => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  })
  const domain = address.split('@')[1] ?? 'localhost'
  return {
    address,
    close: () => transport.close(),
    send: letter =>
      transport
        .sendMail({
          // The same letter keeps its name when a server took it and the answer was lost: mail readers show it once.
          messageId: `<${letter.id}@${domain}>`,
          from: letter.from,
          to: { name: '', address: letter.to },
          subject: letter.subject,
          text: letter.text,
          ...(letter.html === null ? {} : { html: letter.html }),
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.locale, ...leaving(letter.unsubscribe) },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        .then((): Outcome => ({ sent: true }), refusedBecause),
  }
}

// RFC 2369 and RFC 8058: mail readers show their own button to leave.
const leaving = (url: string | null) =>
  url === null ? {} : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }

// 5xx about the recipient or the message is final; a wrong password or a server away is not the letter's fault.
const refusedBecause = (error: unknown): Outcome => {
  const { responseCode, code } = (typeof error === 'object' && error !== null ? error : {}) as { responseCode?: number; code?: string } // nodemailer adds these
  const forGood = responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  return { sent: false, forGood, reason: (error instanceof Error ? error.message : String(error)).slice(0, 500) }
}
