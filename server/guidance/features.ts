/**
 * Terms and the pairs that stand side by side; all words as they are written, and their pairs, for "when", "every" and "until" are no terms and tell a
 * workflow from a schedule; or runs of three to five letters within words, which show what unknown words are made of.
 */
export type FeatureKind = 'terms' | 'words' | 'letters'

/** The features of a text by their kinds, in its order, repeated where it repeats them. */
export type Features = Readonly<Record<FeatureKind, readonly string[]>>

const sizes: readonly number[] = [3, 4, 5]

/** The features of a text. `terms` are those of the text, perhaps corrected. */
export function featuresOf(text: string, terms: readonly string[]): Features {
  return { terms: termFeatures(terms), words: wordsOf(text), letters: runsOf(text) }
}

/** Terms and the pairs that stand side by side. */
export function termFeatures(terms: readonly string[]): readonly string[] {
  return [...terms, ...pairsOf(terms)]
}

/** Whether a feature of the kind `terms` is a pair of them. */
export function isPair(feature: string): boolean {
  return feature.includes(' ') && !/^[#=]/.test(feature)
}

function pairsOf(terms: readonly string[]): readonly string[] {
  return terms.slice(1).map((term, index) => `${terms[index] ?? ''} ${term}`)
}

/** Numbers count alike. A sign before each keeps words apart from terms. */
function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().replace(/\d+/g, '0').match(/[a-z]+|0|[@'?]/g) ?? []
  return [...words, ...pairsOf(words)].map((word) => `=${word}`)
}

function runsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\S+/g) ?? []
  return words.flatMap((word) => {
    const padded = ` ${word} `
    return sizes.flatMap((size) => Array.from({ length: Math.max(1, padded.length - size + 1) }, (_, start) => `#${padded.slice(start, start + size)}`))
  })
}
