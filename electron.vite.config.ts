import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import type { Plugin, Rolldown } from 'vite'

type CodeSplittingGroup = Rolldown.CodeSplittingGroup
type ChunkingContext = Rolldown.ChunkingContext

const root = import.meta.dirname
// What stands before the unlocking, and what the list of patients needs besides it.
const START = resolve(root, 'renderer/app/main.tsx')
const WORKSTATION = resolve(root, 'renderer/app/Workstation.tsx')

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
    plugins: [onlyEnglish(), fetchAhead('workstation'), fetchFontAhead(/^inter-latin-wght/)],
    build: {
      target: 'chrome130',
      minify: true,
      // SECURITY: the content security policy has no inline data for scripts and fonts; files stay files.
      assetsInlineLimit: 0,
      outDir: 'out/renderer',
      // One order of rules however much of the screen is loaded.
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          index: resolve(root, 'renderer/index.html'),
          // Every component in every state, for looking at and for tests; left out of the package.
          gallery: resolve(root, 'renderer/gallery.html'),
        },
        output: {
          codeSplitting: {
            // Without these the parts fall into a dozen files by who shares them with whom.
            groups: [part('start', START, 2), part('workstation', WORKSTATION, 1)],
          },
        },
      },
    },
  },
})

/**
 * One file of all that a module reaches, the packages' modules with it as far as they are used. What starts the screen stays
 * out: another page that shares the file must not start it.
 */
function part(name: string, first: string, priority: number): CodeSplittingGroup {
  let reached: ReadonlySet<string> | null = null
  return {
    priority,
    name(id, context) {
      reached ??= reachedFrom(first, context)
      return reached.has(id) && id !== START ? name : null
    },
  }
}

function reachedFrom(first: string, context: ChunkingContext): ReadonlySet<string> {
  const reached = new Set([first])
  for (const id of reached)
    for (const next of context.getModuleInfo(id)?.importedIds ?? [])
      if (!next.includes('node_modules')) reached.add(next)
  return reached
}

/** Leaves out React Aria's own words in every language but English, the only one of the screen: `I18nProvider` names it. */
function onlyEnglish(): Plugin {
  return {
    name: 'metboard-only-english',
    enforce: 'pre',
    load: id =>
      /[\\/]react-(?:aria|stately)[\\/]dist[\\/]private[\\/]intl[\\/].+[\\/](?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/.test(
        id,
      )
        ? 'export default undefined'
        : null,
  }
}

/** Has the page fetch a part with its first files, before anybody asks for it; it runs when it is asked for. */
function fetchAhead(name: string): Plugin {
  return {
    name: 'metboard-fetch-ahead',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle, filename }) =>
        Object.values(bundle ?? {}).flatMap(file =>
          file.type === 'chunk' && file.name === name && filename.endsWith('index.html')
            ? [
                {
                  tag: 'link',
                  attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file.fileName}` },
                  injectTo: 'head',
                },
              ]
            : [],
        ),
    },
  }
}

/**
 * Has the page fetch a font with its first files: a first layout without it would look through the machine's fonts for every
 * other name of the list, and be done again.
 */
function fetchFontAhead(name: RegExp): Plugin {
  return {
    name: 'metboard-fetch-font-ahead',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.values(bundle ?? {}).flatMap(file =>
          file.type === 'asset' && file.names.some(one => name.test(one))
            ? [
                {
                  tag: 'link',
                  attrs: {
                    rel: 'preload',
                    as: 'font',
                    type: 'font/woff2',
                    crossorigin: true,
                    href: `./${file.fileName}`,
                  },
                  injectTo: 'head-prepend',
                },
              ]
            : [],
        ),
    },
  }
}
