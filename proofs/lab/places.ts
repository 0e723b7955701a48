import { execute } from './postgres.ts'

const mostProjects = 16

/** The variables by which the project with this number finds a Redis database and a PostgreSQL database of its own. */
export async function placesOf(number: number): Promise<Record<string, string>> {
  if (number >= mostProjects) throw new Error(`a proof has room for ${mostProjects} projects`)
  const places: Record<string, string> = {}
  const { REDIS_URL: redis, DATABASE_URL: database } = process.env
  if (redis !== undefined) {
    const url = new URL(redis)
    url.pathname = String(Number(url.pathname.slice(1)) + number)
    places['REDIS_URL'] = url.href
  }
  if (database !== undefined) {
    const url = new URL(database)
    const name = `${url.pathname.slice(1)}_${number}`
    await execute(database, `CREATE DATABASE ${name}`)
    url.pathname = name
    places['DATABASE_URL'] = url.href
  }
  return places
}
