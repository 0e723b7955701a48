import { BlockList, isIP } from 'node:net'

const thisMachine = new BlockList()
thisMachine.addSubnet('127.0.0.0', 8)
thisMachine.addAddress('::1', 'ipv6')

/** Whether an IP address can be reached from this machine alone. */
export function isLoopback(address: string): boolean {
  const version = isIP(address)
  return version !== 0 && thisMachine.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** Whether the name in an address, without brackets, means this machine to every browser. */
export function namesThisMachine(name: string): boolean {
  return name === 'localhost' || isLoopback(name)
}

/** The name in a Host header: lower case, without port and brackets; `null` where the header holds anything else. */
export function readHostName(header: string): string | null {
  const { address, name } = /^(?:\[(?<address>[\da-f:.]+)\]|(?<name>[\w.-]+))(?::\d{1,5})?$/i.exec(header)?.groups ?? {}
  if (address !== undefined) return isIP(address) === 6 ? address.toLowerCase() : null
  return name?.toLowerCase() ?? null
}
