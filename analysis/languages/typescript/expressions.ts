import { readCall, readList, readSpread, readTagged } from './calls.ts'
import { readClassExpression } from './classes.ts'
import type { Compiler } from './compiler.ts'
import { readInlineFunction } from './functions.ts'
import { readFalse, readNull, readNumber, readTemplate, readText, readTrue } from './literals.ts'
import { readIndex, readMember, readName, readSuper, readThis } from './names.ts'
import { expressionForm, nodeTable, type ExpressionForm, type NodeTable } from './node-table.ts'
import { readAwait, readBinary, readConditional, readInner, readPostfix, readPrefix, readTypeof, readVoid } from './operations.ts'
import { readRecord } from './records.ts'

/** By kind of node. A kind that is missing has no value of its own; what is inside it may. */
export function expressionReaders(ts: Compiler): NodeTable<ExpressionForm> {
  const { SyntaxKind: kinds } = ts
  return nodeTable([
    expressionForm(kinds.Identifier, readName),
    expressionForm(kinds.ThisKeyword, readThis),
    expressionForm(kinds.SuperKeyword, readSuper),
    expressionForm(kinds.TrueKeyword, readTrue),
    expressionForm(kinds.FalseKeyword, readFalse),
    expressionForm(kinds.NullKeyword, readNull),
    expressionForm(kinds.StringLiteral, readText),
    expressionForm(kinds.NoSubstitutionTemplateLiteral, readText),
    expressionForm(kinds.NumericLiteral, readNumber),
    expressionForm(kinds.TemplateExpression, readTemplate),
    expressionForm(kinds.PropertyAccessExpression, readMember),
    expressionForm(kinds.ElementAccessExpression, readIndex),
    expressionForm(kinds.CallExpression, readCall),
    expressionForm(kinds.NewExpression, readCall),
    expressionForm(kinds.TaggedTemplateExpression, readTagged),
    expressionForm(kinds.ArrayLiteralExpression, readList),
    expressionForm(kinds.ObjectLiteralExpression, readRecord),
    expressionForm(kinds.SpreadElement, readSpread),
    expressionForm(kinds.ArrowFunction, readInlineFunction),
    expressionForm(kinds.FunctionExpression, readInlineFunction),
    expressionForm(kinds.ClassExpression, readClassExpression),
    expressionForm(kinds.BinaryExpression, readBinary),
    expressionForm(kinds.PrefixUnaryExpression, readPrefix),
    expressionForm(kinds.PostfixUnaryExpression, readPostfix),
    expressionForm(kinds.TypeOfExpression, readTypeof),
    expressionForm(kinds.ConditionalExpression, readConditional),
    expressionForm(kinds.VoidExpression, readVoid),
    expressionForm(kinds.AwaitExpression, readAwait),
    expressionForm(kinds.ParenthesizedExpression, readInner),
    expressionForm(kinds.AsExpression, readInner),
    expressionForm(kinds.SatisfiesExpression, readInner),
    expressionForm(kinds.TypeAssertionExpression, readInner),
    expressionForm(kinds.NonNullExpression, readInner),
    expressionForm(kinds.ExpressionWithTypeArguments, readInner),
  ])
}
