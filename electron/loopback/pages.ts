/** A page of one sentence or two, for a person who opened an address that does not open MetBoard. */
function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}</html>`
}

export const USED_ADDRESS_PAGE = page(
  'This address was used already',
  '<p>The address that MetBoard prints opens it once. <a href="/">Go on to MetBoard</a> in the browser in which it was opened; to open it elsewhere, press Enter where MetBoard was started and use the new address.</p>',
)

export const NO_ACCESS_PAGE = page(
  'Not open in this browser',
  '<p>MetBoard is open in one browser at a time, by the address that it prints when it is started. Press Enter where it was started to get a new one.</p>',
)
