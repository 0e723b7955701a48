/** Terms and the pairs that stand side by side; or runs of three to five letters within words, which show what unknown words are made of. */
export type FeatureKind = 'terms' | 'letters'

/** The features of a text by their kinds, in its order, repeated where it repeats them. */
export type Features = Readonly<Record<FeatureKind, readonly string[]>>

const sizes: readonly number[] = [3, 4, 5]

/** The features of a text. `terms` are those of the text, perhaps corrected. */
export function featuresOf(text: string, terms: readonly string[]): Features {
  return { terms: [...terms, ...pairsOf(terms)], letters: runsOf(text) }
}

/** Whether a feature is a pair of terms. */
export function isPair(feature: string): boolean {
  return feature.includes(' ') && !feature.startsWith('#')
}

function pairsOf(terms: readonly string[]): readonly string[] {
  return terms.slice(1).map((term, index) => `${terms[index] ?? ''} ${term}`)
}

function runsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\S+/g) ?? []
  return words.flatMap((word) => {
    const padded = ` ${word} `
    return sizes.flatMap((size) => Array.from({ length: Math.max(1, padded.length - size + 1) }, (_, start) => `#${padded.slice(start, start + size)}`))
  })
}
