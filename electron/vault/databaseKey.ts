import { hkdfSync, randomBytes } from 'node:crypto'

const KEY_BYTES = 32

/**
 * The random 256-bit key of one database.
 * SECURITY: the bytes are private, so that no log, inspection or JSON of an object shows them.
 */
export class DatabaseKey {
  readonly #bytes: Buffer
  #destroyed = false

  constructor(bytes: Buffer) {
    if (bytes.length !== KEY_BYTES) throw new RangeError('a database key has 32 bytes')
    this.#bytes = Buffer.from(bytes)
  }

  static random(): DatabaseKey {
    return new DatabaseKey(randomBytes(KEY_BYTES))
  }

  /** Lends the bytes for one call; they must not be kept. */
  use<T>(borrow: (bytes: Buffer) => T): T {
    if (this.#destroyed) throw new Error('the database key was destroyed')
    return borrow(this.#bytes)
  }

  /** A 256-bit key for another purpose, from which this key cannot be computed. */
  derive(purpose: string): Buffer {
    return this.use(bytes => Buffer.from(hkdfSync('sha256', bytes, '', purpose, KEY_BYTES)))
  }

  /** Overwrites the bytes; every later use throws. */
  destroy(): void {
    this.#bytes.fill(0)
    this.#destroyed = true
  }
}
