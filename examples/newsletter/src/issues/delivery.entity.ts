import { Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm'
import { Subscriber } from '@/subscribers/subscriber.entity'
import { Issue } from './issue.entity'

export type DeliveryStatus = 'pending' | 'sent' | 'skipped' | 'bounced'

/** One issue for one subscriber. */
@Entity('delivery')
@Unique(['issueId', 'subscriberId'])
export class Delivery {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ name: 'issue_id', type: 'uuid' })
  issueId!: string

  @ManyToOne(() => Issue, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'issue_id' })
  issue!: Relation<Issue>

  @Column({ name: 'subscriber_id', type: 'uuid' })
  subscriberId!: string

  @ManyToOne(() => Subscriber, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'subscriber_id' })
  subscriber!: Relation<Subscriber>

  @Column({ type: 'text', default: 'pending' })
  status!: DeliveryStatus

  @Column({ type: 'text', nullable: true })
  reason!: string | null

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null
}
