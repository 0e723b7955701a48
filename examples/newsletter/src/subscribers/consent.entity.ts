import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm'

/** What somebody agreed to, in the words that stood beside the form. */
@Entity('consent')
export class Consent {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ name: 'subscriber_id', type: 'uuid' })
  subscriberId!: string

  @Column({ type: 'text' })
  wording!: string

  @CreateDateColumn({ name: 'given_at', type: 'timestamptz' })
  givenAt!: Date
}
