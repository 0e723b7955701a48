/** What the rules can be switched on for, by ESLint's names. */
export const languages: readonly string[] = ['js/js', 'taskwise/python']
