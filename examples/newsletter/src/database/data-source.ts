import 'reflect-metadata'
import { DataSource } from 'typeorm'
import { config } from '@/config'
import { Delivery } from '@/issues/delivery.entity'
import { Issue } from '@/issues/issue.entity'
import { Consent } from '@/subscribers/consent.entity'
import { Subscriber } from '@/subscribers/subscriber.entity'
import { Webhook } from '@/webhooks/webhook.entity'
import { FirstTables1762000000000 } from './migrations/1762000000000-first-tables'

export const dataSource = new DataSource({
  type: 'postgres',
  url: config.databaseUrl,
  entities: [Consent, Delivery, Issue, Subscriber, Webhook],
  migrations: [FirstTables1762000000000],
  migrationsTableName: 'migration',
})
