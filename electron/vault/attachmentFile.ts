import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/*
 * The form of an encrypted file, version 1:
 *   "MBAT", version, number of parts, two zero bytes, 32 random bytes of salt, the length of each part (4 bytes each);
 *   then of each part its pieces of up to 1 MiB, each followed by its 16 bytes of authentication.
 * AES-256-GCM. The key of a file comes by HKDF from the salt, the file's name and a key derived from the database key, so
 * that no two files share one, and a file under another's name does not open. The nonce of a piece is its place (part,
 * piece, whether it is the last of its part); everything before the first piece is authenticated with each of them. So
 * nothing can be changed, cut off, added or moved without being noticed.
 */

const MAGIC = Buffer.from('MBAT', 'latin1')
const VERSION = 1
const SALT_BYTES = 32
const FIXED_BYTES = MAGIC.length + 4 + SALT_BYTES
const TAG_BYTES = 16
export const PIECE_BYTES = 1024 * 1024
const MOST_PARTS = 16
/** The longest that a header can be. */
export const MOST_HEADER_BYTES = FIXED_BYTES + 4 * MOST_PARTS

/** A file that is not one of ours, or not as it was written. */
export class AttachmentDamaged extends Error {
  constructor() {
    super('an encrypted file is damaged')
    this.name = 'AttachmentDamaged'
  }
}

export type AttachmentHeader = Readonly<{
  /** As it stands in the file. */
  bytes: Buffer
  salt: Buffer
  /** Of each part, before it was encrypted. */
  lengths: readonly number[]
}>

/** A piece of a part: where it stands in the file, and what authenticates its place. */
export type Piece = Readonly<{ at: number; length: number; nonce: Buffer }>

export function newHeader(lengths: readonly number[]): AttachmentHeader {
  if (lengths.length > MOST_PARTS) throw new RangeError('too many parts')
  const salt = randomBytes(SALT_BYTES)
  const table = Buffer.alloc(4 * lengths.length)
  lengths.forEach((length, part) => {
    table.writeUInt32BE(length, 4 * part)
  })
  const start = Buffer.from([VERSION, lengths.length, 0, 0])
  return { bytes: Buffer.concat([MAGIC, start, salt, table]), salt, lengths }
}

/** The header at the beginning of a file; throws AttachmentDamaged. It is authentic once a piece has been read. */
export function parseHeader(beginning: Buffer): AttachmentHeader {
  const count = beginning[MAGIC.length + 1] ?? 0
  const end = FIXED_BYTES + 4 * count
  const isOurs =
    beginning.subarray(0, MAGIC.length).equals(MAGIC) &&
    beginning[MAGIC.length] === VERSION &&
    count <= MOST_PARTS &&
    beginning.length >= end
  if (!isOurs) throw new AttachmentDamaged()
  return {
    bytes: Buffer.from(beginning.subarray(0, end)),
    salt: Buffer.from(beginning.subarray(MAGIC.length + 4, FIXED_BYTES)),
    lengths: Array.from({ length: count }, (_, part) =>
      beginning.readUInt32BE(FIXED_BYTES + 4 * part),
    ),
  }
}

/** The pieces of a part, in their order. */
export function piecesOf(header: AttachmentHeader, part: number): Piece[] {
  const length = header.lengths[part]
  if (length === undefined) throw new AttachmentDamaged()
  let at = header.bytes.length
  for (const before of header.lengths.slice(0, part)) at += before + TAG_BYTES * pieceCount(before)
  const count = pieceCount(length)
  return Array.from({ length: count }, (_, piece) => {
    const nonce = Buffer.alloc(12)
    nonce.writeUInt32BE(part, 0)
    nonce.writeUInt32BE(piece, 4)
    nonce.writeUInt32BE(piece === count - 1 ? 1 : 0, 8)
    return {
      at: at + piece * (PIECE_BYTES + TAG_BYTES),
      length: Math.min(PIECE_BYTES, length - piece * PIECE_BYTES),
      nonce,
    }
  })
}

/** An empty part has one empty piece, so that it is authentic too. */
function pieceCount(length: number): number {
  return Math.max(1, Math.ceil(length / PIECE_BYTES))
}

/** How long the whole file is. */
export function fileLength(header: AttachmentHeader): number {
  return header.lengths.reduce(
    (sum, length) => sum + length + TAG_BYTES * pieceCount(length),
    header.bytes.length,
  )
}

/** The bytes of a piece in the file. */
export function lengthInFile({ length }: Piece): number {
  return length + TAG_BYTES
}

export function keyOfFile(master: Buffer, { salt }: AttachmentHeader, name: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, salt, `metboard attachment file ${name}`, 32))
}

export function sealPiece(
  key: Buffer,
  header: AttachmentHeader,
  { nonce }: Piece,
  plain: Uint8Array,
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(header.bytes)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws AttachmentDamaged where a single bit, the place or the key is not the right one. */
export function openPiece(
  key: Buffer,
  header: AttachmentHeader,
  { nonce }: Piece,
  sealed: Buffer,
): Buffer {
  if (sealed.length < TAG_BYTES) throw new AttachmentDamaged()
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(header.bytes)
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  try {
    const start = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES))
    return Buffer.concat([start, decipher.final()])
  } catch {
    throw new AttachmentDamaged()
  }
}
