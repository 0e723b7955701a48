/** A reference with sections of the given ids, as its file should be written. */
export function referenceText(name: string, sections: Readonly<Record<string, string>>): string {
  const asked = Array.from({ length: 20 }, (_, index) => `  - question ${index}`).join('\n')
  const head = `---\nid: ${name}\ntitle: Things\nsummary: When things happen.\napplies-to:\n  celery: ">=5.4"\ntriggers: [a, b, c]\n---\n\n# Things\n\nAbout things.\n`
  const bodies = Object.entries(sections).map(
    ([id, text]) => `\n## About ${id}\n\n<!--\nid: ${id}\ntriggers: [a, b, c]\nasked:\n${asked}\nversions: Celery >= 5.5\nrules: [a-rule]\n-->\n\n${text}[^1]\n\n[^1]: https://example.org\n`,
  )
  return head + bodies.join('')
}
