/** The name under which clients list the server. */
export const serverName = 'taskwise'

/** How a client starts the server: whatever configures one takes it from here. */
export const serverEntry: { readonly command: string; readonly args: readonly string[] } = { command: 'npx', args: ['-y', 'taskwise', 'mcp'] }
