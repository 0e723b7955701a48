import { stemmer } from 'stemmer'
import { conceptsIn } from './concepts.ts'

/** Words that stand in every question and tell nothing about it. */
const stopWords = new Set(
  (
    'a an and any are as at be been but by can could did do does doing done for from get gets getting go had has have having he her hers him his how i if im in ' +
    'into is it its just me my mine of on or our ours please she should so some than that the their them then there these they this those to too us use used ' +
    'using want wants was we were what when where which while who whom why will with would you your yours ive id let lets am about also been being here need'
  ).split(' '),
)

/** Longer runs of letters are hashes, tokens or noise. */
const longestWord = 40

/**
 * The terms of a text: its words as stems, the parts of its identifiers, and the concepts that its wording stands for (`~twice` for "2 times").
 * Terms keep the order of the text and may repeat; concepts stand last.
 */
export function termsOf(text: string): readonly string[] {
  const plain = plainly(text)
  return [...stemsIn(plain), ...conceptsIn(plain.toLowerCase())]
}

/** The terms of a text without the concepts. */
export function stemsOf(text: string): readonly string[] {
  return stemsIn(plainly(text))
}

function plainly(text: string): string {
  return text.normalize('NFKC').replace(/[’']/g, '')
}

function stemsIn(plain: string): readonly string[] {
  return (plain.match(/[\p{L}\p{N}_]+/gu) ?? []).flatMap(stemsOfWord)
}

function stemsOfWord(word: string): readonly string[] {
  const parts = word
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter((part) => part !== '' && part.length <= longestWord && !stopWords.has(part) && !/^\d{4,}$/.test(part))
    .map((part) => stemmer(part))
  return parts.length < 2 || parts.length > 6 ? parts : [parts.join('_'), ...parts]
}
