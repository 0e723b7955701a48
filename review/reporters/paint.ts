import picocolors from 'picocolors'

/** The few colours of a report. */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly green: (text: string) => string
}

/** Colours for a terminal, or none at all. */
export function paintFor(color: boolean): Paint {
  const { bold, dim, red, yellow, green } = picocolors.createColors(color)
  return { bold, dim, red, yellow, green }
}
