import { ascii, byteReader, joined, u16, u32 } from './byteReader.ts'

/** What decides the colours; every other tag of a profile is words, such as the names of devices and their makers. */
const COLOUR_TAGS: ReadonlySet<string> = new Set([
  'rXYZ',
  'gXYZ',
  'bXYZ',
  'rTRC',
  'gTRC',
  'bTRC',
  'kTRC',
  'wtpt',
  'bkpt',
  'chad',
  'A2B0',
  'A2B1',
  'A2B2',
  'cicp',
])
const HEADER_BYTES = 128
const MOST_TAGS = 100
const LARGEST_BYTES = 4 * 1024 * 1024

/** Bytes of a profile's header that name programs, makers, models and the day it was made. */
const NAMING: readonly (readonly [from: number, to: number])[] = [
  [4, 8],
  [24, 36],
  [48, 64],
  [80, 100],
]

/**
 * A colour profile with the same colours and without words; null where it cannot be read, so that the picture is taken
 * as sRGB.
 */
export function plainProfile(profile: Uint8Array): Uint8Array | null {
  try {
    if (profile.length > LARGEST_BYTES) return null
    const reader = byteReader(profile)
    if (reader.ascii(36, 4) !== 'acsp') return null
    const count = reader.u32(HEADER_BYTES)
    if (count > MOST_TAGS) return null
    const isVersion4 = reader.u8(8) >= 4
    const kept: [name: string, data: Uint8Array][] = []
    for (let n = 0; n < count; n++) {
      const at = HEADER_BYTES + 4 + 12 * n
      const name = reader.ascii(at, 4)
      const start = reader.u32(at + 4)
      if (COLOUR_TAGS.has(name)) kept.push([name, reader.slice(start, start + reader.u32(at + 8))])
    }
    if (kept.length === 0) return null
    // Readers expect both to be there.
    kept.push(['desc', isVersion4 ? localisedText('Colours') : description('Colours')])
    kept.push(['cprt', isVersion4 ? localisedText('-') : joined([ascii('text\0\0\0\0-\0')])])
    return assembled(reader.slice(0, HEADER_BYTES), kept)
  } catch {
    return null
  }
}

function assembled(
  header: Uint8Array,
  tags: readonly (readonly [name: string, data: Uint8Array])[],
): Uint8Array {
  const table: Uint8Array[] = [u32(tags.length)]
  const data: Uint8Array[] = []
  let at = HEADER_BYTES + 4 + 12 * tags.length
  for (const [name, bytes] of tags) {
    table.push(ascii(name), u32(at), u32(bytes.length))
    const padding = new Uint8Array((4 - (bytes.length % 4)) % 4)
    data.push(bytes, padding)
    at += bytes.length + padding.length
  }
  const plainHeader = new Uint8Array(header)
  for (const [from, to] of NAMING) plainHeader.fill(0, from, to)
  plainHeader.set(u32(at), 0)
  return joined([plainHeader, ...table, ...data])
}

/** A text in the form of version 2 of the standard. */
function description(text: string): Uint8Array {
  return joined([
    ascii('desc\0\0\0\0'),
    u32(text.length + 1),
    ascii(`${text}\0`),
    new Uint8Array(4 + 4 + 2 + 1 + 67),
  ])
}

/** A text in the form of version 4 of the standard. */
function localisedText(text: string): Uint8Array {
  const utf16 = joined([...text].map(character => u16(character.charCodeAt(0))))
  return joined([
    ascii('mluc\0\0\0\0'),
    u32(1),
    u32(12),
    ascii('enUS'),
    u32(utf16.length),
    u32(28),
    utf16,
  ])
}
