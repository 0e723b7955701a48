import type { Job } from './job.ts'

/** The versions that matter to a proof, in words: Celery and Django, or the packages that its examples import. */
export function versionsLabel({ proof, environment: { versions }, examples }: Job): string {
  const pinned = (name: string, shown = name): string => `${shown} ${versions.get(name) ?? '?'}`
  if (proof.language === 'python') return `${pinned('celery', 'Celery')}, ${pinned('django', 'Django')}`
  const imported = new Set(examples.flatMap(({ files }) => Object.values(files).flatMap(importedPackages)))
  const known = [...imported].filter((name) => versions.has(name)).sort()
  return known.map((name) => pinned(name)).join(', ')
}

function importedPackages(text: string): readonly string[] {
  return [...text.matchAll(/from '((?:@[\w.-]+\/)?[\w-][\w.-]*)/g)].map(([, name = '']) => name)
}
