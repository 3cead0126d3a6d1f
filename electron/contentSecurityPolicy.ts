/**
 * What the page may load, for both hosts. `connect` is 'none' in Electron, where everything goes through the preload,
 * and 'self' in a browser, which asks the loopback host.
 */
export function contentSecurityPolicy({ connect }: { connect: "'none'" | "'self'" }): string {
  return [
    // SECURITY: nothing is allowed that is not named here.
    "default-src 'none'",
    // SECURITY: only the program's own files run; no inline script, no eval, so injected text cannot.
    "script-src 'self'",
    // SECURITY: no inline style either; what React and React Aria set through the CSSOM needs no permission.
    "style-src 'self'",
    // Pages of a preview and photographs are drawn from memory.
    "img-src 'self' blob: data:",
    "font-src 'self'",
    // The PDF preview parses in a worker of its own.
    "worker-src 'self' blob:",
    `connect-src ${connect}`,
    // SECURITY: a document cannot be embedded, sent by form, or given another base for its addresses.
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
}
