import { enqueueMail } from './enqueue-mail'

/** Asks somebody whether they want the letters. Asked twice within a minute, it sends one mail. */
export async function sendConfirmation(subscriberId: string): Promise<void> {
  await enqueueMail('confirmation', { subscriberId }, { deduplication: { id: `confirmation-${subscriberId}`, ttl: 60_000 } })
}
