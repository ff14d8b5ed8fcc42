import { createTransport } from 'nodemailer'

/** Tries the mail server, without sending anything. @returns null when it answers and lets us in, otherwise why not */
export const mailServerAnswers = async (url: string): Promise<string | null> => {
  const transport = createTransport({ url, connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 5000 })
  try {
    await transport.verify()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    transport.close()
  }
}
