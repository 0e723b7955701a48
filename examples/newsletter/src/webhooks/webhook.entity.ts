import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm'

export type WebhookEvent = 'issue.sent' | 'subscriber.erased'

/** An address that another system wants to be told at. */
@Entity('webhook')
export class Webhook {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'text' })
  url!: string

  @Column({ type: 'text' })
  event!: WebhookEvent

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date
}
