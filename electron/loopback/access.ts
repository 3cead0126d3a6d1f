import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may talk to the loopback host: the one browser that brought the one-time token. */
export type Access = Readonly<{
  /** The token of the address to print; every earlier token is void from here on. */
  issueToken: () => string
  /** The session's secret for a token that is right and not used yet, else null. */
  exchange: (token: string) => string | null
  /** Whether a cookie header holds the session's secret. */
  isAllowed: (cookieHeader: string | undefined) => boolean
  /** The cookie that carries a secret. */
  cookie: (secret: string) => string
}>

/** Access for the host on a port; cookies do not know ports, so its name holds it. */
export function createAccess(port: () => number): Access {
  let token: Buffer | null = null
  let secret: Buffer | null = null
  const cookieName = () => `metboard-${port()}`
  return {
    issueToken() {
      const issued = randomBytes(32).toString('base64url')
      token = digest(issued)
      return issued
    },
    exchange(given) {
      if (token === null || !timingSafeEqual(token, digest(given))) return null
      // SECURITY: used once, so that an address in a history or a log opens nothing.
      token = null
      const issued = randomBytes(32).toString('base64url')
      // SECURITY: one session at a time; an earlier browser is out from here on.
      secret = digest(issued)
      return issued
    },
    isAllowed(cookieHeader) {
      if (secret === null || cookieHeader === undefined) return false
      const prefix = `${cookieName()}=`
      const values = cookieHeader.split(';').map(part => part.trim())
      const given = values.filter(value => value.startsWith(prefix))
      const [only] = given
      // SECURITY: compared as digests in constant time; two cookies of the name are a trick.
      return (
        given.length === 1 &&
        only !== undefined &&
        timingSafeEqual(secret, digest(only.slice(prefix.length)))
      )
    },
    // SECURITY: unreadable to scripts, never sent from another site, gone when the browser closes.
    cookie: issued => `${cookieName()}=${issued}; HttpOnly; SameSite=Strict; Path=/`,
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
