/** One question to a server. */
export interface ToolCall {
  readonly name: string
  readonly arguments: Readonly<Record<string, string>>
}

/** What a server answers to a tool call, as far as it is looked at. */
export interface ToolResult {
  readonly content?: readonly { readonly text?: string }[]
  readonly isError?: boolean
}

/** The words of an answer. */
export function textOf({ content = [] }: ToolResult): string {
  return content.map(({ text = '' }) => text).join('\n')
}
