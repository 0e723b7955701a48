import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm'

export type IssueStatus = 'draft' | 'sending' | 'sent'

@Entity('issue')
export class Issue {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ type: 'text' })
  subject!: string

  @Column({ type: 'text' })
  body!: string

  @Column({ type: 'text', default: 'draft' })
  status!: IssueStatus

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null
}
