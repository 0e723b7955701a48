import type { MailTemplate } from '@/queues/jobs'
import { confirmLink, unsubscribeLink } from '@/subscribers/links'
import type { Subscriber } from '@/subscribers/subscriber.entity'

export interface MailText {
  readonly subject: string
  readonly text: string
}

/** The mails about a subscription; each is for subscribers of one status only. */
export const templates: Record<MailTemplate, { readonly status: Subscriber['status']; readonly write: (subscriber: Subscriber) => MailText }> = {
  confirmation: {
    status: 'pending',
    write: ({ id, name }) => ({ subject: 'Do you want our letters?', text: `Hello ${name}, yes: ${confirmLink(id)}` }),
  },
  reminder: {
    status: 'pending',
    write: ({ id, name }) => ({ subject: 'Do you still want our letters?', text: `Hello ${name}, yes: ${confirmLink(id)}` }),
  },
  welcome: {
    status: 'active',
    write: ({ id, name }) => ({ subject: 'Welcome', text: `Welcome, ${name}. To leave: ${unsubscribeLink(id)}` }),
  },
  farewell: {
    status: 'unsubscribed',
    write: ({ name }) => ({ subject: 'Goodbye', text: `Goodbye, ${name}. You get no more letters from us.` }),
  },
}
