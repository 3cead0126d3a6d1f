import { ensureBuilt } from '../../electron/build.ts'

/** The screen is built once, before the first worker starts. */
// biome-ignore lint/style/noDefaultExport: Playwright calls the default export
export default function globalSetup(): void {
  ensureBuilt()
}
