import { expect, test, vi } from 'vitest'
import { partOf } from '../../../renderer/components/part.ts'

test('a part is read once, however often it is wanted, and tells when it is there', async () => {
  const read = vi.fn(async () => 'the board')
  const part = partOf(read)
  const told = vi.fn()
  part.listen(told)
  expect(part.state()).toEqual({ type: 'waiting' })
  expect(await Promise.all([part.load(), part.load()])).toEqual(['the board', 'the board'])
  await part.load()
  expect(read).toHaveBeenCalledOnce()
  expect(told).toHaveBeenCalledOnce()
  expect(part.state()).toEqual({ type: 'ready', value: 'the board' })
})

test('whoever no longer listens is told nothing', async () => {
  const part = partOf(async () => 'the board')
  const told = vi.fn()
  part.listen(told)()
  await part.load()
  expect(told).not.toHaveBeenCalled()
})

test('a part that cannot be read says so to whoever asks and whoever draws it', async () => {
  const part = partOf(() => Promise.reject(new Error('no such file')))
  await expect(part.load()).rejects.toThrow('no such file')
  expect(part.state()).toEqual({ type: 'failed', error: new Error('no such file') })
})
