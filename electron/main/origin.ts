import { app } from 'electron'

/** The scheme under which the built screen is served to its window. */
export const APP_SCHEME = 'app'
const APP_ORIGIN = `${APP_SCHEME}://metboard`

/**
 * Where the screen comes from: the packed files, or the development server that `npm run dev` started.
 * SECURITY: a packaged MetBoard takes no other address, whatever its environment says.
 */
export function screenOrigin(): string {
  const devServer = process.env.ELECTRON_RENDERER_URL
  return app.isPackaged || devServer === undefined ? APP_ORIGIN : new URL(devServer).origin
}

/** Whether an address is the screen's own. */
export function isOwnAddress(address: string): boolean {
  return originOf(address) === screenOrigin()
}

/** `scheme://host:port`; the URL class gives "null" for schemes that it does not know. */
function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}
