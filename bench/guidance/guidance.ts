import { type MeasuringOptions } from '../measure.ts'
import { type Peer } from '../options.ts'
import { contest, type Entry } from './contest.ts'
import { clientCount, type HttpSample, runOverHttp } from './http.ts'
import { installedPackages } from './npm-environment.ts'
import { readQuestions } from './questions.ts'
import { renderHttp, renderStdio } from './report.ts'
import { everything, filesystem, oursOverHttp, oursOverStdio, type Packages } from './servers.ts'
import { runOverStdio, type StdioSample } from './stdio.ts'

/** What was measured of the server that guides. Ours comes first, then its peer, if any. */
export interface Guidance {
  readonly stdio: readonly Entry<StdioSample>[]
  readonly http: readonly Entry<HttpSample>[]
}

const questionCount = 300

/**
 * Measures the built server from outside, over stdio and over HTTP, beside those of the named peers that are servers, and prints
 * each table as soon as it is there. Rejects with a BenchError where ours does not answer.
 */
export async function measureGuidance(peers: readonly Peer[], measuring: MeasuringOptions, print: (text: string) => void): Promise<Guidance> {
  const { scratch, progress } = measuring
  const questions = readQuestions(questionCount)
  let installing: Promise<string> | null = null
  const packages: Packages = () => (installing ??= installedPackages(progress))
  const stdioPeers = peers.includes('server-filesystem') ? [filesystem(packages, questionCount)] : []
  const httpPeers = peers.includes('server-everything') ? [everything(packages, questions)] : []
  const stdio = await contest([oursOverStdio(questions), ...stdioPeers], (server) => runOverStdio(server, scratch), measuring)
  print(`\n${headingOf('One client over stdio', stdio)}\n\n${renderStdio(stdio)}`)
  const http = await contest([oursOverHttp(questions), ...httpPeers], (server) => runOverHttp(server, scratch), measuring)
  print(`\n${headingOf(`${clientCount} clients over HTTP`, http)}\n\n${renderHttp(http)}`)
  return { stdio, http }
}

function headingOf(what: string, [, peer]: readonly Entry<unknown>[]): string {
  return peer === undefined ? `${what}:` : `${what}, beside @modelcontextprotocol/${peer.name} ${peer.version}:`
}
