/** The text under which a JSON value is stored. */
export function toJson(value: unknown): string {
  const text: string | undefined = JSON.stringify(value)
  if (text === undefined) throw new TypeError('the value has no JSON form')
  return text
}

/** The stored value; the caller parses it with its schema. */
export function fromJson(text: string): unknown {
  return JSON.parse(text)
}

export function fromNullableJson(text: string | null): unknown {
  return text === null ? null : fromJson(text)
}
