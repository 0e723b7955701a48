import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'
import type { Setting } from '../../analysis/model/schedule.ts'

export const rule: Rule = {
  id: 'ignored-setting',
  summary: 'A setting is written under a name that nothing reads.',
  kind: 'operations',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery'],
  references: ['configuration-guide#setting-names'],
  check,
}

function check(project: Project, file: LinkedFile): readonly RuleFinding[] {
  return file.settings.flatMap((setting) => {
    if (setting.readAs === null || setting.readByProject) return []
    return [getSettingFinding(project, setting, setting.readAs)]
  })
}

function getSettingFinding(project: Project, setting: Setting, readAs: string): RuleFinding {
  const reader = setting.readSince === null ? '' : ` before ${setting.readSince}`
  const fact = `\`${setting.name}\` is never read${reader}; its value is ignored without a word`
  if (isSetElsewhere(project, readAs)) {
    return { message: `${fact}, and \`${readAs}\` is set already: remove it.`, span: setting.span }
  }
  return {
    message: `${fact}: write \`${readAs}\`.`,
    span: setting.span,
    suggestions: [{ message: `Rename it to \`${readAs}\`.`, edits: [{ span: setting.span, text: readAs }] }],
  }
}

function isSetElsewhere(project: Project, name: string): boolean {
  return project.files.some(({ settings }) => settings.some((setting) => setting.name === name))
}
