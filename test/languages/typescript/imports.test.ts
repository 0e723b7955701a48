import { describe, expect, test } from 'vitest'
import { withTexts } from '../python/reading.ts'
import { bindingsOf, functionsOf, importsOf, read, readValid } from './reading.ts'

describe('imports', () => {
  test('an import is whole', () => {
    const code = "import { Queue as Q } from 'bullmq'\n"
    expect(withTexts(code, read(code).imports)).toEqual([{ local: 'Q', module: 'bullmq', name: 'Queue', function: 0, typeOnly: false, span: 'Queue as Q' }])
  })

  test.each([
    ["import a from 'm'", ['a = default of m']],
    ["import * as a from 'm'", ['a = all of m']],
    ["import { a, b as c } from './m.js'", ['a = a of ./m.js', 'c = b of ./m.js']],
    ["import a, { b } from 'm'", ['a = default of m', 'b = b of m']],
    ["import a, * as b from 'm'", ['a = default of m', 'b = all of m']],
    ["import { default as a, 'b-c' as d } from 'm'", ['a = default of m', 'd = b-c of m']],
    ["import type { a } from 'm'", ['type a = a of m']],
    ["import type a from 'm'", ['type a = default of m']],
    ["import { type a, b } from 'm'", ['type a = a of m', 'b = b of m']],
    ["import 'm'", []],
    ["import a from 'm' with { type: 'json' }", ['a = default of m']],
    ["import a = require('m')", ['a = all of m']],
    ["import type a = require('m')", ['type a = all of m']],
    ["export { a, b as c } from 'm'", ['a = a of m', 'c = b of m']],
    ["export { default } from 'm'", ['default = default of m']],
    ["export { default as a, b as default } from 'm'", ['a = default of m', 'default = b of m']],
    ["export * from 'm'", ['* = * of m']],
    ["export * as a from 'm'", ['a = all of m']],
    ["export type { a } from 'm'", ['type a = a of m']],
    ["export {} from 'm'", []],
  ])('%s', (code, expected) => {
    expect(importsOf(code)).toEqual(expected)
  })

  test('an alias of a part of a namespace', () => {
    expect(bindingsOf('import a = b.c.d')).toEqual(['a <- assign b.c.d'])
  })
})

describe('modules that an expression brings', () => {
  test.each([
    ["const a = require('m')", ['a = all of m']],
    ["const a = require('m').b", ['a = b of m']],
    ["const a = require('m').default", ['a = default of m']],
    ["const { a, b: c } = require('m')", ['a = a of m', 'c = b of m']],
    ["const a = await import('m')", ['a = all of m']],
    ['const a = await import(`m`)', ['a = all of m']],
    ["const { a } = await import('m')", ['a = a of m']],
    ["const { default: a } = await import('m')", ['a = default of m']],
    ["const a = (await import('m')).default", ['a = default of m']],
    ["const a = require('m') as typeof import('n')", ['a = all of m']],
    ["function f() { const { a } = require('m') }", ['a = a of m in 1']],
  ])('%s', (code, expected) => {
    expect(importsOf(code)).toEqual(expected)
    expect(bindingsOf(code)).toEqual([])
    expect(readValid(code).calls.length).toBe(1)
  })

  test.each([
    ['const a = require(m)', ['a <- assign require(m)']],
    ["const a = import('m')", ['a <- assign import("m")']],
    ["const a = require('m').b.c", ['a <- assign require("m").b.c']],
    ["const { a, ...b } = require('m')", ['a <- assign require("m").a', 'b <- unpacked require("m")']],
    ["const { a: { b } } = require('m')", ['b <- assign require("m").a.b']],
    ["const a = require('m')(b)", ['a <- assign require("m")(b)']],
    ["let a; a = require('m')", ['a <- assign null', 'a <- assign require("m")']],
  ])('%s binds', (code, expected) => {
    expect(importsOf(code)).toEqual([])
    expect(bindingsOf(code)).toEqual(expected)
  })
})

describe('exports', () => {
  test.each([
    ['const a = 1\nexport { a }', ['a <- assign 1']],
    ['const a = 1\nexport { a as b, a as default }', ['a <- assign 1', 'b <- assign a', 'default <- assign a']],
    ['export default a', ['default <- assign a']],
    ['export default { a, b: 1 }', ['default <- assign {"a": a, "b": 1}']],
    ['export default new Queue("a")', ['default <- assign Queue("a")']],
    ['export default class A {}', ['default <- assign A']],
    ['export default function a() {}', ['default <- assign a']],
    ['export default () => 1', ['default <- assign <function 1>']],
    ['export default (a as B)', ['default <- assign a']],
    ['export class A {}', []],
    ['export = a', ['default <- assign a']],
    ['export = { a, b: c }', ['default <- assign {"a": a, "b": c}', 'b <- assign c']],
    ['export as namespace a', []],
  ])('%s', (code, expected) => {
    expect(bindingsOf(code)).toEqual(expected)
  })

  test('where a default export stands', () => {
    const code = 'export default a\nexport { b as c }\nexport default class D {}\n'
    expect(withTexts(code, read(code).functions[0]?.bindings.map(({ targetSpan, span }) => [targetSpan, span]))).toEqual([
      ['', 'export default a'],
      ['c', 'b as c'],
      ['D', 'export default class D {}'],
    ])
  })
})

describe('CommonJS', () => {
  test.each([
    ['module.exports = a', ['default <- assign a']],
    ['module.exports = { a, b: c, "d-e": 1, ...f }', ['default <- assign {"a": a, "b": c, "d-e": 1, **f}', 'b <- assign c', 'd-e <- assign 1']],
    ['module.exports.a = 1', ['a <- assign 1']],
    ['exports.a = b', ['a <- assign b']],
    ['exports.a = a', []],
    ['exports.default = a', ['default <- assign a']],
    ['exports.a = exports.b = void 0', []],
    ['exports.a = exports.b = c', ['b <- assign c', 'a <- assign c']],
    ['exports = module.exports = a', ['default <- assign a', 'exports <- assign a']],
    ['exports.a = () => 1', ['a <- assign <function 1>']],
    ['module.exports = function () {}', ['default <- assign <function 1>']],
    ['module.exports = class A {}', ['default <- assign A']],
    ['module.exports = class {}', []],
    ['if (a) exports.b = 1', ['b <- assign 1']],
    ['function f() { exports.a = 1 }', []],
    ['a.exports.b = 1', ['a.exports.b <- assign 1']],
    ["module.exports = require('./m')", ['default <- assign require("./m")']],
  ])('%s', (code, expected) => {
    expect(bindingsOf(code, '<module>', 'src/mail.js')).toEqual(expected)
  })

  test('functions and classes are called what they are exported as', () => {
    expect(functionsOf('exports.send = async () => {}\nmodule.exports = () => 1')).toEqual(['async function send()', 'function default()'])
    expect(readValid('module.exports = class {}').classes.map(({ name }) => name)).toEqual(['default'])
  })

  test('a module that hands on all of another one', () => {
    expect(importsOf("module.exports = require('./m')")).toEqual(['* = * of ./m'])
    expect(importsOf("module.exports = require('./m').a")).toEqual([])
  })
})
