/** Whom `taskwise init` knows how to set up. */
export const clientNames = ['claude', 'cursor', 'vscode', 'agents', 'skill'] as const

export type ClientName = (typeof clientNames)[number]

/** Whether a word names a client. */
export function isClientName(word: string): word is ClientName {
  return clientNames.some((name) => name === word)
}
