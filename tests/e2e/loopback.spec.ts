import { expect, test } from './fixtures.ts'

test('the printed address opens the screen, and is gone from the address bar', async ({
  page,
  host,
}) => {
  await expect(page).toHaveTitle('MetBoard')
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(page.url()).toBe(`${new URL(host.address).origin}/`)
})

test('the screen keeps to its own policy: nothing is blocked and nothing is asked of another host', async ({
  page,
  host,
}) => {
  const foreign: string[] = []
  const complaints: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith(new URL(host.address).origin)) foreign.push(request.url())
  })
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  await page.reload()
  await expect(page.locator('#root')).not.toBeEmpty()
  await page.waitForLoadState('load')
  expect(foreign.filter(url => !/^(blob|data):/.test(url))).toEqual([])
  expect(complaints).toEqual([])
})

test('a second browser is refused with a page that says what to do', async ({
  page,
  host,
  browser,
}) => {
  await expect(page.locator('#root')).not.toBeEmpty()
  const other = await (await browser.newContext()).newPage()
  const used = await other.goto(host.address)
  expect(used?.status()).toBe(403)
  await expect(other.getByRole('heading')).toHaveText('This address was used already')
  const bare = await other.goto(new URL(host.address).origin)
  expect(bare?.status()).toBe(401)
  await expect(other.getByRole('heading')).toHaveText('Not open in this browser')
})

test('another site cannot ask, even through the browser that holds the session', async ({
  page,
  host,
}) => {
  await expect(page.locator('#root')).not.toBeEmpty()
  const { origin } = new URL(host.address)
  // The same host under its other name is another site to the browser.
  const foreign = await page.context().newPage()
  await foreign.goto(origin.replace('127.0.0.1', 'localhost'))
  const outcome = await foreign.evaluate(async target => {
    try {
      const { status } = await fetch(`${target}/api/session:state`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
        credentials: 'include',
      })
      return status
    } catch {
      return 'refused'
    }
  }, origin)
  expect(outcome).toBe('refused')
})

test('Ctrl-C ends the host cleanly', async ({ page, host }) => {
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(await host.stop()).toBe(0)
})
