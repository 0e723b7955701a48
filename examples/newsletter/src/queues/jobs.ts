import type { Subscriber } from '@/subscribers/subscriber.entity'

export type MailTemplate = 'confirmation' | 'reminder' | 'welcome' | 'farewell'

export interface MailData {
  readonly subscriberId: string
}

export interface IssueData {
  readonly issueId: string
}

export interface DeliveryData {
  readonly deliveryId: string
}

export interface ImportData {
  readonly listId: string
  readonly apiKey: string
}

export interface ContactData {
  readonly subscriberId: string
}

export type WebhookData =
  | { readonly webhookId: string; readonly event: 'issue.sent'; readonly issue: string }
  | { readonly webhookId: string; readonly event: 'subscriber.erased'; readonly subscriber: Subscriber }
