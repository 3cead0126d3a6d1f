import type { IncomingMessage } from 'node:http'

export const LARGEST_BODY_BYTES = 16 * 1024 * 1024

/** A request's body; null when it is larger than allowed, in which case it was not read to its end. */
export async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  // SECURITY: neither a claimed nor an unstated length makes this host collect more than the limit.
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY_BYTES) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
