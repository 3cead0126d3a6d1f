import { installedElectron } from '../../electron/electronBinary.ts'

/** Why no Electron can be tested on this machine, or null. Nothing is downloaded to find out. */
export function whyNoElectronHere(): string | null {
  const { DISPLAY: x11, WAYLAND_DISPLAY: wayland } = process.env
  if (process.platform === 'linux' && (x11 ?? '') === '' && (wayland ?? '') === '')
    return 'there is no display'
  if (installedElectron() === null) return 'Electron has not been fetched yet (npm start does)'
  return null
}
