/** Whether one version of numbers and dots is another one or a newer one. */
export function isAtLeast(version: string, least: string): boolean {
  const [numbers, bounds] = [version, least].map((text) => text.split('.').map(Number))
  for (let index = 0; index < Math.max(numbers?.length ?? 0, bounds?.length ?? 0); index += 1) {
    const difference = (numbers?.[index] ?? 0) - (bounds?.[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}
