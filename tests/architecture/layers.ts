/** Who may import what. A new dependency is added here, which makes adding one a decision. */
export type Layer = Readonly<{
  /** Folder or file that the layer covers; the longest that matches a file wins. */
  path: string
  /** Folders of this project whose values it may import. */
  folders: readonly string[]
  /** Folders that it may import types from, besides. */
  typesOf: readonly string[]
  /** Packages by name; `node:` stands for Node's own modules. */
  packages: readonly string[]
}>

const MAIN_PACKAGES = ['node:', 'zod', 'better-sqlite3', 'pdfmake'] as const

export const LAYERS: readonly Layer[] = [
  { path: 'shared', folders: ['shared'], typesOf: [], packages: ['zod'] },
  {
    path: 'shared/timeline',
    folders: ['shared'],
    typesOf: [],
    // A scale is arithmetic: it reads and writes nothing.
    packages: ['zod', 'd3-scale'],
  },
  { path: 'shared/ipc/channels.ts', folders: [], typesOf: [], packages: [] },

  {
    path: 'electron/main',
    folders: ['electron', 'shared'],
    typesOf: [],
    packages: ['node:', 'electron', 'zod'],
  },
  {
    path: 'electron/preload',
    folders: ['electron/preload', 'shared/ipc/channels.ts'],
    typesOf: ['shared'],
    packages: ['electron'],
  },
  {
    path: 'electron/vault',
    folders: ['electron/vault', 'shared'],
    typesOf: [],
    packages: ['node:', 'zod'],
  },
  {
    path: 'electron/db',
    folders: ['electron/db', 'electron/vault', 'shared'],
    typesOf: [],
    packages: ['node:', 'zod', 'better-sqlite3'],
  },
  {
    path: 'electron/db/migrations',
    folders: ['electron/db/migrations'],
    typesOf: ['electron/db'],
    packages: ['better-sqlite3'],
  },
  {
    path: 'electron/pdf',
    folders: ['electron/pdf', 'shared'],
    typesOf: [],
    packages: ['node:', 'pdfmake', 'zod'],
  },
  {
    path: 'electron/pictures',
    folders: ['electron/pictures', 'shared'],
    typesOf: [],
    packages: ['node:', '@jsquash/jpeg', '@jsquash/png', '@jsquash/webp', 'libheif-js'],
  },
  {
    path: 'electron/demo',
    folders: ['electron/demo', 'electron/services', 'shared'],
    typesOf: [],
    packages: ['node:', 'zod'],
  },
  {
    path: 'electron/services',
    folders: ['electron/services', 'electron/db', 'electron/vault', 'shared'],
    typesOf: ['electron/pictures'],
    packages: ['node:', 'zod'],
  },
  {
    path: 'electron/ipc',
    folders: ['electron/ipc', 'electron/services', 'electron/db', 'electron/vault', 'shared'],
    typesOf: [],
    packages: ['node:', 'zod'],
  },
  // The composition root and the two hosts without Electron: everything but the shell.
  {
    path: 'electron',
    folders: [
      'electron/build.ts',
      'electron/cli',
      'electron/db',
      'electron/demo',
      'electron/ipc',
      'electron/loopback',
      'electron/pdf',
      'electron/pictures',
      'electron/services',
      'electron/vault',
      'electron',
      'shared',
    ],
    typesOf: [],
    packages: MAIN_PACKAGES,
  },

  {
    path: 'renderer',
    folders: ['renderer', 'shared'],
    typesOf: [],
    packages: [
      'react',
      'react-dom',
      'react-aria-components',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      'react-hook-form',
      'd3-scale',
      'd3-time',
      'pdfjs-dist',
      '@fontsource-variable/inter',
      'zod',
    ],
  },
  {
    path: 'renderer/components',
    folders: ['renderer/components', 'shared'],
    typesOf: [],
    packages: ['react', 'react-dom', 'react-aria-components'],
  },
]

/** Names that only one place may use, each with what to use instead. */
export const RESERVED: readonly Readonly<{ name: RegExp; only: string; instead: string }>[] = [
  { name: /\bipcMain\b/, only: 'electron/main/bridge.ts', instead: 'the contract' },
  { name: /\bipcRenderer\b/, only: 'electron/preload', instead: 'the bridge' },
  { name: /\bwindow\.api\b/, only: 'renderer/api', instead: 'renderer/api' },
]
