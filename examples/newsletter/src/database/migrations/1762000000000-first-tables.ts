import type { MigrationInterface, QueryRunner } from 'typeorm'

export class FirstTables1762000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE subscriber (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email text NOT NULL UNIQUE,
        name text NOT NULL,
        status text NOT NULL DEFAULT 'pending',
        created_at timestamptz NOT NULL DEFAULT now(),
        confirmed_at timestamptz,
        reminded_at timestamptz
      )`)
    await runner.query(`
      CREATE TABLE consent (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        subscriber_id uuid NOT NULL REFERENCES subscriber ON DELETE CASCADE,
        wording text NOT NULL,
        given_at timestamptz NOT NULL DEFAULT now()
      )`)
    await runner.query(`
      CREATE TABLE issue (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        subject text NOT NULL,
        body text NOT NULL,
        status text NOT NULL DEFAULT 'draft',
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz
      )`)
    await runner.query(`
      CREATE TABLE delivery (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        issue_id uuid NOT NULL REFERENCES issue ON DELETE CASCADE,
        subscriber_id uuid NOT NULL REFERENCES subscriber ON DELETE CASCADE,
        status text NOT NULL DEFAULT 'pending',
        reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz,
        UNIQUE (issue_id, subscriber_id)
      )`)
    await runner.query(`
      CREATE TABLE webhook (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        url text NOT NULL,
        event text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook, delivery, issue, consent, subscriber')
  }
}
