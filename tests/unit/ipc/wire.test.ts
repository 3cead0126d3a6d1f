import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeWire, encodeWire } from '../../../shared/ipc/wire.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

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
      expect(decodeWire(encodeWire(sent))).toEqual(sent)
    }),
  )
})

test('a Buffer travels as bytes, not as its own JSON', () => {
  const sent = { a: Buffer.from([255]), b: new Uint8Array([1, 0, 2]) }
  expect(Buffer.from(encodeWire(sent)).toString('latin1')).toBe(
    '{"a":{"$bytes":[0,1]},"b":{"$bytes":[1,4]}}\0\xff\x01\0\x02',
  )
})

test('a value without bytes is its JSON, and a zero in its words is no end of it', () => {
  expect(encodeWire({ a: 'x\0y' })).toEqual(utf8('{"a":"x\\u0000y"}'))
  expect(decodeWire(utf8('{"a":"x\\u0000y"}'))).toEqual({ a: 'x\0y' })
})

test('what names bytes that did not come stays what it is', () => {
  for (const range of ['[0,3]', '[2,1]', '[-1,1]', '[0.5,1]', '["0",1]', '[0]', '7']) {
    const message = utf8(`{"a":{"$bytes":${range}}}\0xy`)
    expect(decodeWire(message)).toEqual({ a: { $bytes: JSON.parse(range) } })
  }
})

test('a message that is none is told as such', () => {
  for (const message of ['{"a":', '', '\0', '{"a":\0x'])
    expect(() => decodeWire(utf8(message))).toThrow(SyntaxError)
  expect(() => decodeWire(new Uint8Array([34, 0xff, 34]))).toThrow(SyntaxError)
})
