import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname

// The build targets stay at Node 20 and Chrome 130, so that the suite can also run in an older Electron.
export default defineConfig({
  main: {
    build: {
      target: 'node20',
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          pdfWorker: resolve(root, 'electron/pdf/worker.ts'),
          pictureWorker: resolve(root, 'electron/pictures/worker.ts'),
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    build: {
      target: 'chrome130',
      minify: true,
      // SECURITY: the content security policy has no inline data for scripts and fonts; files stay files.
      assetsInlineLimit: 0,
      outDir: 'out/renderer',
      rollupOptions: {
        input: {
          index: resolve(root, 'renderer/index.html'),
          // Every component in every state, for looking at and for tests; left out of the package.
          gallery: resolve(root, 'renderer/gallery.html'),
        },
      },
    },
  },
})
