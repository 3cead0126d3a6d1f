import { contentSecurityPolicy } from '../contentSecurityPolicy.ts'

/** Sent with every answer of the loopback host. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy({ connect: "'self'" }),
  // SECURITY: a file is what its type says, so that none can be run as another.
  'x-content-type-options': 'nosniff',
  // SECURITY: no address of this host is told to any other.
  'referrer-policy': 'no-referrer',
  // SECURITY: no other page shares a process with this one, opens it, frames it or loads its parts.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'x-frame-options': 'DENY',
  // SECURITY: of the browser's sensors the page needs the camera alone, for photographs; the browser asks the person first.
  'permissions-policy':
    'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=()',
  // SECURITY: nothing of a patient stays in the browser's cache on disk.
  'cache-control': 'no-store',
  'x-dns-prefetch-control': 'off',
}
