import config from './playwright.config.ts'

/** What takes too long for every change: the whole published case, key by key. */
export default { ...config, testMatch: '**/*.long.ts' }
