import { ascii, joined, u32 } from '../../../electron/pictures/byteReader.ts'

/** A colour profile of version 2 with a grey curve, and with words of a maker wherever such files have them. */
export function wordyProfile(words: string): Uint8Array {
  const text = (kind: string) =>
    joined([ascii(`${kind}\0\0\0\0`), u32(words.length + 1), ascii(`${words}\0`)])
  const tags: (readonly [string, Uint8Array])[] = [
    ['desc', joined([text('desc'), new Uint8Array(78)])],
    ['dmnd', joined([text('desc'), new Uint8Array(78)])],
    ['cprt', joined([ascii('text\0\0\0\0'), ascii(`${words}\0`)])],
    ['wtpt', joined([ascii('XYZ \0\0\0\0'), u32(0xf6d6), u32(0x10000), u32(0xd32d)])],
    ['kTRC', joined([ascii('curv\0\0\0\0'), u32(1), Uint8Array.of(2, 0x33, 0, 0)])],
  ]
  const head = new Uint8Array(128)
  head.set(ascii('appl'), 4)
  head.set([2, 0x20], 8)
  head.set(ascii('mntrGRAYXYZ '), 12)
  head.set(ascii('acsp'), 36)
  head.set(ascii('MAKRMODL'), 48)
  const table: Uint8Array[] = [u32(tags.length)]
  let at = 128 + 4 + 12 * tags.length
  for (const [name, data] of tags) {
    table.push(ascii(name), u32(at), u32(data.length))
    at += data.length
  }
  const profile = joined([head, ...table, ...tags.map(([, data]) => data)])
  profile.set(u32(profile.length), 0)
  return profile
}
