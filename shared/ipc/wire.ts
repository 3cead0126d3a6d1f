/**
 * How values travel between the browser and the loopback host: as JSON text, which alone is a whole message, and where they
 * hold bytes, a zero byte and then those bytes as they are. The text names them as `{"$bytes": [from, to]}`, counted
 * from behind the zero byte; no text of JSON has one in it.
 */
export const WIRE_TYPE = 'application/octet-stream'

const BYTES_KEY = '$bytes'

// Browsers and Node have both; the language itself has neither.
declare const TextEncoder: new () => { encode: (text: string) => Uint8Array<ArrayBuffer> }
declare const TextDecoder: new (
  label: 'utf-8',
  options: Readonly<{ fatal: true }>,
) => { decode: (bytes: Uint8Array) => string }

/** A value as a message. */
export function encodeWire(value: unknown): Uint8Array<ArrayBuffer> {
  const found: Uint8Array[] = []
  let size = 0
  const put = (bytes: Uint8Array): readonly [number, number] => {
    found.push(bytes)
    size += bytes.length
    return [size - bytes.length, size]
  }
  const json = new TextEncoder().encode(JSON.stringify(withoutBytes(value, put)) ?? 'null')
  if (found.length === 0) return json
  const message = new Uint8Array(json.length + 1 + size)
  message.set(json)
  let at = json.length + 1
  for (const bytes of found) {
    message.set(bytes, at)
    at += bytes.length
  }
  return message
}

/** The value of a message; throws a SyntaxError where it is none. */
export function decodeWire(message: Uint8Array): unknown {
  const end = message.indexOf(0)
  // Nearly every answer is free of bytes, and is read many times faster without asking about each of its values.
  if (end < 0) return JSON.parse(textOf(message))
  const bytes = message.subarray(end + 1)
  return JSON.parse(textOf(message.subarray(0, end)), (_key, value: unknown) => {
    const range = rangeIn(value, bytes.length)
    // A copy, and never one of Node's Buffers, whose own slice is none.
    return range === null ? value : new Uint8Array(bytes.subarray(...range))
  })
}

function textOf(json: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(json)
  } catch (cause) {
    throw new SyntaxError('not UTF-8', { cause })
  }
}

/** Which of so many bytes a value stands for; null where it is a value of its own. */
function rangeIn(value: unknown, length: number): readonly [from: number, to: number] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length !== 1 || only === undefined || only[0] !== BYTES_KEY) return null
  const range: unknown = only[1]
  if (!Array.isArray(range) || range.length !== 2) return null
  const [from, to]: unknown[] = range
  if (!isIndex(from, length) || !isIndex(to, length) || from > to) return null
  return [from, to]
}

function isIndex(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
}

function withoutBytes(
  value: unknown,
  put: (bytes: Uint8Array) => readonly [number, number],
): unknown {
  // Before JSON.stringify sees it: a Buffer's own toJSON would turn it into a list of numbers.
  if (value instanceof Uint8Array) return { [BYTES_KEY]: put(value) }
  if (Array.isArray(value)) return value.map(item => withoutBytes(item, put))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withoutBytes(item, put)]),
  )
}
