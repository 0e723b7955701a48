import type { Evidence, Result } from './job.ts'
import { versionsLabel } from './label.ts'
import type { Proof } from './proof.ts'

const introduction = [
  '# Proofs',
  '',
  'Written by `npm run prove`. What a rule or a reference claims was run on the real frameworks and servers: the wrong way with its damage, the right',
  'way without it. The code that ran is the code of the pages. Ids, times and addresses are left out of the lines.',
]

const tableHead = ['', '| proof | claim | shown on | within |', '| --- | --- | --- | --- |']

/** The text of `docs/proofs.md` for the results of all proofs. */
export function proofPage(results: readonly Result[]): string {
  const files = new Set(results.map(({ job }) => job.proof.file))
  const groups = [...files].map((file) => results.filter(({ job }) => job.proof.file === file))
  const [rows, sections] = [groups.map(rowOf), groups.map(sectionOf)]
  return [...introduction, ...tableHead, ...rows, ...sections, ''].join('\n')
}

/** `page` with what `fresh` says about the proofs that it holds; those of the others stay as they are. */
export function renewPage(page: string, fresh: string): string {
  const [rows, sections] = [new Map<string, string>(), new Map<string, string>()]
  for (const text of [page, fresh]) {
    for (const row of text.match(/^\| \[.*$/gm) ?? []) rows.set(row.slice(0, row.indexOf(')')), row)
    for (const section of text.split(/\n(?=## )/).slice(1)) sections.set(section.slice(0, section.indexOf('\n')), `\n${section.trimEnd()}`)
  }
  const inOrder = (entries: ReadonlyMap<string, string>): readonly string[] => [...entries].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text)
  return [...introduction, ...tableHead, ...inOrder(rows), ...inOrder(sections), ''].join('\n')
}

/** What `page` lacks of the proofs that exist, or has too much, in words; empty where it lists exactly these. */
export function findStale(page: string, proofs: readonly Proof[]): readonly string[] {
  const missing = proofs.filter((proof) => !page.includes(headOf(proof))).map(({ file }) => `docs/proofs.md does not list ${file} with its claim`)
  const listed = [...page.matchAll(/^\| \[[^\]]+\]\(\.\.\/([^)]+)\) \|/gm)].map(([, file = '']) => file)
  const gone = listed.filter((file) => !proofs.some((proof) => proof.file === file)).map((file) => `docs/proofs.md lists ${file}, which is gone`)
  return [...missing, ...gone]
}

function headOf({ id, file, claim }: Proof): string {
  return `| [${id}](../${file}) | ${claim.replaceAll('|', '\\|')} |`
}

function rowOf(results: readonly Result[]): string {
  const [first] = results
  if (first === undefined) return ''
  const versions = results.map(({ job }) => versionsLabel(job)).join('; ')
  return `${headOf(first.job.proof)} ${versions} | ${bound(Math.max(...results.map(({ seconds }) => seconds)))} |`
}

/** Coarse, so that a run on another day writes the same. */
function bound(seconds: number): string {
  return seconds < 60 ? '60 s' : '120 s'
}

function sectionOf(results: readonly Result[]): string {
  const [first] = results
  if (first === undefined) return ''
  const { id, language, needs } = first.job.proof
  const evidence = results.flatMap((result) => result.evidence)
  const servers = needs.length === 0 ? '' : ` Needs: ${needs.join(', ')}.`
  const blocks = (['wrong', 'right', 'shown'] as const).flatMap((kind) => blockOf(kind, evidence))
  return ['', `## ${id} (${language === 'python' ? 'Python' : 'TypeScript'})`, '', `${first.job.proof.claim}${servers}`, ...blocks].join('\n')
}

const captions = { wrong: 'The wrong way:', right: 'The right way:', shown: 'What shows it:' } as const

function blockOf(kind: Evidence['kind'], evidence: readonly Evidence[]): readonly string[] {
  const lines = new Set(evidence.filter((piece) => piece.kind === kind).map(({ line }) => lasting(line)))
  return lines.size === 0 ? [] : ['', captions[kind], '', '```text', ...lines, '```']
}

/** A line of a log without what is different in each run. */
export function lasting(line: string): string {
  return line
    .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '…')
    .replace(/\[(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d[,.]\d+: (\w+)\/(\w+?)(?:-\d+)?\]/g, '[$1/$2]')
    .replace(/\b0x[0-9a-f]+/g, '0x…')
    .replace(/\b127\.0\.0\.1:\d+(?:\/(?:proof-)?\d+)?/g, '127.0.0.1:…')
    .replace(/(?:\/[\w.@+-]+)+\/(site-packages|node_modules)\//g, '…/$1/')
    .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(?:\+\d\d:\d\d)?/g, '…')
    .replace(/\bin \d+\.\d+s\b/g, 'in …s')
}
