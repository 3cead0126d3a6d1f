import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import * as z from 'zod'
import { DatabaseKey } from './databaseKey.ts'
import { normalisePassphrase } from './passphrase.ts'

const Base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/)

/** Cost of scrypt, kept with each user so that it can rise later without locking anybody out. */
export const ScryptCost = z.strictObject({
  name: z.literal('scrypt'),
  n: z
    .int()
    .min(1024)
    .max(2 ** 20)
    .refine(n => (n & (n - 1)) === 0, 'a power of two'),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
})
export type ScryptCost = Readonly<z.infer<typeof ScryptCost>>

/** SECURITY: about 128 MB and a third of a second a guess (OWASP's recommendation for scrypt). */
export const PRODUCT_SCRYPT_N = 2 ** 17

export function scryptCost(n: number = PRODUCT_SCRYPT_N): ScryptCost {
  return ScryptCost.parse({ name: 'scrypt', n, r: 8, p: 1 })
}

/** The database key encrypted with AES-256-GCM under a key that only its owner can compute. */
export const WrappedKey = z.strictObject({
  cipher: z.literal('aes-256-gcm'),
  salt: Base64.length(44),
  nonce: Base64.length(16),
  ciphertext: Base64.length(44),
  tag: Base64.length(24),
})
export type WrappedKey = Readonly<z.infer<typeof WrappedKey>>

export function newSalt(): Buffer {
  return randomBytes(32)
}

/** The wrapping key of a passphrase; takes as long as the cost says, off the main thread. */
export function keyOfPassphrase(
  passphrase: string,
  salt: Buffer,
  { n, r, p }: ScryptCost,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: n, r, p, maxmem: 128 * n * r * p + 32 * 1024 * 1024 }
    scrypt(normalisePassphrase(passphrase), salt, 32, options, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

/** The wrapping key of a recovery secret: 160 random bits need no slow function. */
export function keyOfRecoverySecret(secret: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, 'metboard recovery wrap', 32))
}

/** Encrypts the database key; `binding` says for whom and where, and is needed again to unwrap. */
export function wrapKey(
  databaseKey: DatabaseKey,
  wrappingKey: Buffer,
  salt: Buffer,
  binding: string,
): WrappedKey {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce)
  cipher.setAAD(Buffer.from(binding, 'utf8'))
  const ciphertext = databaseKey.use(bytes => Buffer.concat([cipher.update(bytes), cipher.final()]))
  return {
    cipher: 'aes-256-gcm',
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** The database key; null when the wrapping key, the binding or a single bit is not the right one. */
export function unwrapKey(
  wrapped: WrappedKey,
  wrappingKey: Buffer,
  binding: string,
): DatabaseKey | null {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    wrappingKey,
    Buffer.from(wrapped.nonce, 'base64'),
    { authTagLength: 16 },
  )
  decipher.setAAD(Buffer.from(binding, 'utf8'))
  decipher.setAuthTag(Buffer.from(wrapped.tag, 'base64'))
  try {
    const bytes = Buffer.concat([
      decipher.update(Buffer.from(wrapped.ciphertext, 'base64')),
      decipher.final(),
    ])
    const databaseKey = new DatabaseKey(bytes)
    bytes.fill(0)
    return databaseKey
  } catch {
    return null
  }
}
