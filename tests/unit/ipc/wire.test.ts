import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeWire, encodeWire } from '../../../shared/ipc/wire.ts'

const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

test('every value that the contract can hold comes back as it was sent, bytes at any depth too', () => {
  const value = fc.letrec(tie => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.string({ unit: 'grapheme' }),
      fc.uint8Array({ maxLength: 40 }),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), tie('any'), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    ),
  })).any
  fc.assert(
    fc.property(value, sent => {
      expect(decodeWire(encodeWire(sent, toBase64), fromBase64)).toEqual(sent)
    }),
  )
})

test('a Buffer travels as bytes, not as its own JSON', () => {
  expect(encodeWire({ a: Buffer.from([255]) }, toBase64)).toBe('{"a":{"$bytes":"/w=="}}')
})

test('a text that is not JSON is told as such', () => {
  expect(() => decodeWire('{"a":', fromBase64)).toThrow(SyntaxError)
})
