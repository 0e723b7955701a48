import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Runs SQL on the database with this URL, and gives the rows as text without heads. Rejects with psql's words where it fails. */
export async function execute(url: string, sql: string): Promise<string> {
  const args = ['--quiet', '--no-psqlrc', '--tuples-only', '--no-align', '--set=ON_ERROR_STOP=1', `--command=${sql}`, url]
  return (await promisify(execFile)('psql', args)).stdout
}

/** Lets each commit of a new row in `table` take this long: the race that a loaded database loses by itself. */
export async function slowCommits(url: string, table: string, seconds = 2): Promise<void> {
  const body = `BEGIN PERFORM pg_sleep(${seconds}); RETURN NULL; END`
  await execute(url, `CREATE FUNCTION be_slow() RETURNS trigger LANGUAGE plpgsql AS $$ ${body} $$`)
  const when = `AFTER INSERT ON "${table}" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW`
  await execute(url, `CREATE CONSTRAINT TRIGGER be_slow ${when} EXECUTE FUNCTION be_slow()`)
}
