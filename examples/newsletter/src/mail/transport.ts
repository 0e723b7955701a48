import { createTransport, type SendMailOptions } from 'nodemailer'
import { config } from '@/config'
import { logger } from '@/logger'

const { from, smtpUrl } = config.mail
const smtp = smtpUrl === null ? null : createTransport(smtpUrl, { from })

/** Hands a mail to the mail server, or prints it where there is none. Rejects with the server's refusal. */
export async function deliver(mail: SendMailOptions): Promise<void> {
  if (smtp === null) logger.info({ to: mail.to, subject: mail.subject, text: mail.text }, 'a mail')
  else await smtp.sendMail(mail)
}

/** True where the mail server refused for good: nobody lives there, or it does not take mails from us. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 500
}
