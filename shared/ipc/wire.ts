/** How bytes travel in JSON between the browser and the loopback host: `{"$bytes": base64}`. */
const BYTES_KEY = '$bytes'

/** A value as JSON text, its bytes as base64 by the platform's own encoder. */
export function encodeWire(value: unknown, toBase64: (bytes: Uint8Array) => string): string {
  return JSON.stringify(withoutBytes(value, toBase64)) ?? 'null'
}

/** The value of a JSON text; throws a SyntaxError where the text is not JSON. */
export function decodeWire(text: string, fromBase64: (base64: string) => Uint8Array): unknown {
  // Nearly every answer is free of bytes, and is read many times faster without asking about each of its values.
  if (!text.includes(BYTES_KEY)) return JSON.parse(text)
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const entries = Object.entries(value)
    const [only] = entries
    if (entries.length !== 1 || only === undefined) return value
    const [key, base64] = only
    return key === BYTES_KEY && typeof base64 === 'string' ? fromBase64(base64) : value
  })
}

function withoutBytes(value: unknown, toBase64: (bytes: Uint8Array) => string): unknown {
  // Before JSON.stringify sees it: a Buffer's own toJSON would turn it into a list of numbers.
  if (value instanceof Uint8Array) return { [BYTES_KEY]: toBase64(value) }
  if (Array.isArray(value)) return value.map(item => withoutBytes(item, toBase64))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withoutBytes(item, toBase64)]),
  )
}
