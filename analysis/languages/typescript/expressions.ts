import { readCall, readList, readSpread, readTagged } from './calls.ts'
import { readClassExpression } from './classes.ts'
import type { Compiler } from './compiler.ts'
import { readInlineFunction } from './functions.ts'
import { readFalse, readNull, readNumber, readTemplate, readText, readTrue } from './literals.ts'
import { readIndex, readMember, readName, readSuper, readThis } from './names.ts'
import { expressionForm, nodeTable, type NodeTable } from './node-table.ts'
import { readAwait, readBinary, readConditional, readInner, readPostfix, readPrefix, readTypeof, readVoid } from './operations.ts'
import { readRecord } from './records.ts'
import type { ExpressionReader } from './reader.ts'

/** By kind of node. A kind that is missing has no value of its own; what is inside it may. */
export function expressionReaders(ts: Compiler): NodeTable<ExpressionReader> {
  const { SyntaxKind: kinds } = ts
  return nodeTable([
    expressionForm(kinds.Identifier, ts.isIdentifier, readName),
    { kind: kinds.ThisKeyword, read: readThis },
    { kind: kinds.SuperKeyword, read: readSuper },
    { kind: kinds.TrueKeyword, read: readTrue },
    { kind: kinds.FalseKeyword, read: readFalse },
    { kind: kinds.NullKeyword, read: readNull },
    expressionForm(kinds.StringLiteral, ts.isStringLiteral, readText),
    expressionForm(kinds.NoSubstitutionTemplateLiteral, ts.isNoSubstitutionTemplateLiteral, readText),
    expressionForm(kinds.NumericLiteral, ts.isNumericLiteral, readNumber),
    expressionForm(kinds.TemplateExpression, ts.isTemplateExpression, readTemplate),
    expressionForm(kinds.PropertyAccessExpression, ts.isPropertyAccessExpression, readMember),
    expressionForm(kinds.ElementAccessExpression, ts.isElementAccessExpression, readIndex),
    expressionForm(kinds.CallExpression, ts.isCallExpression, readCall),
    expressionForm(kinds.NewExpression, ts.isNewExpression, readCall),
    expressionForm(kinds.TaggedTemplateExpression, ts.isTaggedTemplateExpression, readTagged),
    expressionForm(kinds.ArrayLiteralExpression, ts.isArrayLiteralExpression, readList),
    expressionForm(kinds.ObjectLiteralExpression, ts.isObjectLiteralExpression, readRecord),
    expressionForm(kinds.SpreadElement, ts.isSpreadElement, readSpread),
    expressionForm(kinds.ArrowFunction, ts.isArrowFunction, readInlineFunction),
    expressionForm(kinds.FunctionExpression, ts.isFunctionExpression, readInlineFunction),
    expressionForm(kinds.ClassExpression, ts.isClassExpression, readClassExpression),
    expressionForm(kinds.BinaryExpression, ts.isBinaryExpression, readBinary),
    expressionForm(kinds.PrefixUnaryExpression, ts.isPrefixUnaryExpression, readPrefix),
    expressionForm(kinds.PostfixUnaryExpression, ts.isPostfixUnaryExpression, readPostfix),
    expressionForm(kinds.TypeOfExpression, ts.isTypeOfExpression, readTypeof),
    expressionForm(kinds.ConditionalExpression, ts.isConditionalExpression, readConditional),
    expressionForm(kinds.VoidExpression, ts.isVoidExpression, readVoid),
    expressionForm(kinds.AwaitExpression, ts.isAwaitExpression, readAwait),
    expressionForm(kinds.ParenthesizedExpression, ts.isParenthesizedExpression, readInner),
    expressionForm(kinds.AsExpression, ts.isAsExpression, readInner),
    expressionForm(kinds.SatisfiesExpression, ts.isSatisfiesExpression, readInner),
    expressionForm(kinds.TypeAssertionExpression, ts.isTypeAssertionExpression, readInner),
    expressionForm(kinds.NonNullExpression, ts.isNonNullExpression, readInner),
    expressionForm(kinds.ExpressionWithTypeArguments, ts.isExpressionWithTypeArguments, readInner),
  ])
}
