/** What ESLint's own `SourceCode` has besides: tokens, comments and scopes of JavaScript. */
const javascriptMethods = [
  'commentsExistBetween',
  'getAllComments',
  'getCommentsAfter',
  'getCommentsBefore',
  'getCommentsInside',
  'getDeclaredVariables',
  'getFirstToken',
  'getFirstTokenBetween',
  'getFirstTokens',
  'getFirstTokensBetween',
  'getLastToken',
  'getLastTokenBetween',
  'getLastTokens',
  'getLastTokensBetween',
  'getNodeByRangeIndex',
  'getScope',
  'getTokenAfter',
  'getTokenBefore',
  'getTokenByRangeStart',
  'getTokens',
  'getTokensAfter',
  'getTokensBefore',
  'getTokensBetween',
  'isGlobalReference',
  'isSpaceBetween',
]

/** Gives an object methods that tell whoever calls them that their rule is for JavaScript. */
export function refuseJavaScriptMethods(target: object): void {
  for (const name of javascriptMethods) {
    Object.defineProperty(target, name, {
      value: () => {
        throw new TypeError(
          `This rule reads JavaScript (it asks for \`${name}\`), and the file is Python. Give the configuration that turns the rule on a list of \`files\` without Python, such as ["**/*.js"].`,
        )
      },
    })
  }
}
