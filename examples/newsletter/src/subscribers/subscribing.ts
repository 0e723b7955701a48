import { dataSource } from '@/database/data-source'
import { sendConfirmation } from '@/mail/send-confirmation'
import { Consent } from './consent.entity'
import { Subscriber } from './subscriber.entity'

const wording = 'Yes, send me the letters. I can leave with one click.'

/** Notes that somebody asked for the letters, and asks them back by mail. */
export async function subscribe(email: string, name: string): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.upsert(Subscriber, { email, name }, ['email'])
    const subscriber = await manager.findOneByOrFail(Subscriber, { email })
    if (subscriber.status === 'active') return
    await manager.update(Subscriber, { id: subscriber.id }, { status: 'pending' })
    await sendConfirmation(subscriber.id)
    await manager.insert(Consent, { subscriberId: subscriber.id, wording })
  })
}

/** Takes somebody on whom another system knows; the mail goes out only where it has not been answered yet. */
export async function adopt(email: string, name: string): Promise<void> {
  const subscriber = await dataSource.transaction(async (manager) => {
    await manager.createQueryBuilder().insert().into(Subscriber).values({ email, name }).orIgnore().execute()
    return manager.findOneByOrFail(Subscriber, { email })
  })
  if (subscriber.status === 'pending') await sendConfirmation(subscriber.id)
}
