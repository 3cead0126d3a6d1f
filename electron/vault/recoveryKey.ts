import { createHash, randomBytes } from 'node:crypto'

// Crockford's base32: no I, L, O or U, so that a handwritten key reads back in one way only.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SECRET_BYTES = 20
const SECRET_CHARACTERS = 32
const CHECK_CHARACTERS = 4
const GROUP = 4

function toBase32(bytes: Buffer): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let left = (bytes.length * 8) / 5; left > 0; left--) {
    text = ALPHABET.charAt(Number(bits & 31n)) + text
    bits >>= 5n
  }
  return text
}

function fromBase32(text: string): Buffer | null {
  let bits = 0n
  for (const character of text) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) return null
    bits = (bits << 5n) | BigInt(value)
  }
  return Buffer.from(bits.toString(16).padStart(SECRET_BYTES * 2, '0'), 'hex')
}

/** 20 bits over the secret: a mistyped key is told from a wrong one in all but one case in a million. */
function checksum(secret: Buffer): string {
  const digest = createHash('sha256').update('metboard recovery key').update(secret).digest()
  return toBase32(digest.subarray(0, 5)).slice(0, CHECK_CHARACTERS)
}

/** A new random secret of 160 bits. */
export function randomRecoverySecret(): Buffer {
  return randomBytes(SECRET_BYTES)
}

/** The secret as it is printed: nine groups of four characters, the last one a checksum. */
export function printRecoveryKey(secret: Buffer): string {
  const text = toBase32(secret) + checksum(secret)
  return (text.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-')
}

/** The secret in a typed recovery key (case, spaces and dashes do not matter); null for a typing error. */
export function parseRecoveryKey(text: string): Buffer | null {
  const plain = text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (plain.length !== SECRET_CHARACTERS + CHECK_CHARACTERS) return null
  const secret = fromBase32(plain.slice(0, SECRET_CHARACTERS))
  if (secret === null || checksum(secret) !== plain.slice(SECRET_CHARACTERS)) return null
  return secret
}

/** Why a typed recovery key cannot be right, as a sentence; null if its checksum holds. */
export function recoveryKeyProblem(text: string): string | null {
  return parseRecoveryKey(text) === null
    ? 'The recovery key has a typing error: it is nine groups of four letters and digits.'
    : null
}
