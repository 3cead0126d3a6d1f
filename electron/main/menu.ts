import { app, Menu, type MenuItemConstructorOptions } from 'electron'

/** The application's menu: standard keys keep their meaning, and the lock is always at hand. */
export function installMenu({ lock }: { lock: () => void }): void {
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        { label: '&Lock now', accelerator: 'CmdOrCtrl+Shift+L', click: lock },
        { type: 'separator' },
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        // No zoom of the window: the screen has sizes of its own under the same keys, kept for the user.
        { role: 'togglefullscreen' },
        // SECURITY: an installed MetBoard has no inspector, and nothing that reloads the page over unsaved text.
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
