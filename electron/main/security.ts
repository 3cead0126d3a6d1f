import { app, type Session, type WebContents } from 'electron'
import { createCameraAccess } from './cameraAccess.ts'
import { APP_SCHEME, isOwnAddress, screenOrigin } from './origin.ts'

const DEBUGGER_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
]

/** What has to be decided before Electron is ready. */
export function hardenProcess(): void {
  // SECURITY: an installed MetBoard cannot be read or driven through a debugger; it does not start with one.
  if (app.isPackaged && DEBUGGER_SWITCHES.some(each => app.commandLine.hasSwitch(each))) app.exit(1)
  // SECURITY: every renderer runs in the operating system's sandbox, whatever a window asks for. The tests, as root, say
  // --no-sandbox on the command line, which an installed MetBoard does not heed.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // SECURITY: Chromium's own services look nothing up: no updates of components, no domain reports, no pings.
  for (const flag of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ])
    app.commandLine.appendSwitch(flag)
  // SECURITY: no crash dump, which would hold a patient's data in the clear; the reporter is never started.
  app.commandLine.appendSwitch('disable-breakpad')
  app.commandLine.appendSwitch('disable-crash-reporter')
  // SECURITY: names resolve to nothing, so that no request leaves even where a filter were missed.
  if (screenOrigin().startsWith(`${APP_SCHEME}:`))
    app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
}

/** Closes a session to everything but the screen's own files. */
export function hardenSession(session: Session): void {
  // SECURITY: no network at all; only the screen's own scheme and data made in memory are loaded.
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isAllowedRequest(details.url) })
  })
  // SECURITY: no microphone, location, notification or any other permission, asked for or checked; the screen itself, and no
  // frame in it, may fill the monitor, as a presentation does, and see through the camera while a photograph is being taken.
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const isOwnPage = details.isMainFrame && isOwnAddress(details.requestingUrl)
    const wanted = mediaIn(details)
    decide(
      (permission === 'fullscreen' && isOwnPage) ||
        camera.isGranted({ permission, isOwnPage, wanted }),
    )
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const isOwnPage = details.isMainFrame && isOwnAddress(origin)
    return camera.isGranted({ permission, isOwnPage, wanted: [details.mediaType] })
  })
  session.setDevicePermissionHandler(() => false)
  // SECURITY: no screen is ever shared with the page.
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
  // SECURITY: the spell checker would download dictionaries and see what is typed.
  session.setSpellCheckerEnabled(false)
  // SECURITY: a page cannot put a file on the disk; the save dialog of the shell is the only way.
  session.on('will-download', event => event.preventDefault())
}

/** Keeps every page, present and future, from leaving the screen or opening another. */
function hardenContents(contents: WebContents): void {
  const refuse = (event: { preventDefault: () => void }) => event.preventDefault()
  const refuseForeign = (event: { url: string; preventDefault: () => void }) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  }
  // SECURITY: the window shows the screen and nothing else, by link, script, redirect or frame.
  contents.on('will-navigate', refuseForeign)
  contents.on('will-redirect', refuseForeign)
  contents.on('will-frame-navigate', refuseForeign)
  // SECURITY: no second window, which would not have these guards looked at.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // SECURITY: no embedded guest with settings of its own.
  contents.on('will-attach-webview', refuse)
}

const camera = createCameraAccess()

/** Opens the camera to the screen while a photograph is being taken; the services say from when to when. */
export const allowCamera = camera.allow

/** The kinds of media in the details of a request; Electron has them for some kinds of permission only. */
function mediaIn(details: object): readonly unknown[] {
  return 'mediaTypes' in details && Array.isArray(details.mediaTypes) ? details.mediaTypes : []
}

/** Whether a request stays inside this program. */
function isAllowedRequest(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol } = new URL(address)
  if (protocol === 'blob:' || protocol === 'data:') return true
  if (isOwnAddress(address)) return true
  // In development only: the connection by which the development server tells of changes, and the tools.
  return (
    !app.isPackaged &&
    (protocol === 'devtools:' || address.startsWith(`${screenOrigin().replace(/^http/, 'ws')}/`))
  )
}
