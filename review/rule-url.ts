const repository = 'https://github.com/taskwise/taskwise/blob/main'

/** The page of a rule. */
export function ruleUrl(id: string): string {
  return `${repository}/rules/${id}/rule.md`
}

/** What there is to read about comments that silence findings. */
export const silencingUrl: string = `${repository}/README.md#silencing-a-finding`
