import { createHash } from 'node:crypto'

/** A fixed id for a readable name such as `@surgery`: the same name gives the same id on every machine. */
export function idOfSymbol(symbol: string): string {
  const bytes = createHash('sha256').update(`metboard-demo:${symbol}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

/** The same value with every `@name` replaced by its id, at any depth. */
export function resolveSymbols(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('@') ? idOfSymbol(value) : value
  if (Array.isArray(value)) return value.map(resolveSymbols)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolveSymbols(part)]))
}
