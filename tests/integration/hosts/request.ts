import { request as httpRequest } from 'node:http'

export type Answer = Readonly<{
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  text: string
  bytes: Uint8Array
}>

/** One raw request to this machine: nothing is added to the headers, and the path is sent as written. */
export function request(
  port: number,
  {
    method = 'GET',
    path = '/',
    headers = {},
    body = null,
  }: {
    method?: string
    path?: string
    headers?: Record<string, string>
    body?: string | Uint8Array | null
  },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { host: '127.0.0.1', port, method, path, headers: { host: `127.0.0.1:${port}`, ...headers } },
      response => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
            bytes: Buffer.concat(chunks),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body ?? undefined)
  })
}
