import { createHmac, timingSafeEqual } from 'node:crypto'
import { config } from '@/config'

type Purpose = 'confirm' | 'unsubscribe'

export function confirmLink(subscriberId: string): string {
  return link('confirm', subscriberId)
}

export function unsubscribeLink(subscriberId: string): string {
  return link('unsubscribe', subscriberId)
}

/** True where `signature` is the one that a link of ours carries. */
export function isSigned(purpose: Purpose, subscriberId: string, signature: string): boolean {
  const expected = Buffer.from(sign(purpose, subscriberId))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** The same for the same subscriber each time: a mail that is written again holds the same link. */
export function sign(purpose: Purpose, subscriberId: string): string {
  return createHmac('sha256', config.linkKey).update(`${purpose}:${subscriberId}`).digest('base64url')
}

function link(purpose: Purpose, subscriberId: string): string {
  return `${config.publicUrl}/subscribers/${subscriberId}/${purpose}/${sign(purpose, subscriberId)}`
}
