import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { ascii, joined, u32 } from '../../../electron/pictures/byteReader.ts'

type Encoder = Readonly<{
  encode: (data: Uint8Array, width: number, height: number, options: object) => Uint8Array
}>
type Make = (options: { wasmBinary: Uint8Array; noInitialRun: boolean }) => Promise<Encoder>

const packages = createRequire(import.meta.url)

/** A WebP of one colour; lossless ones keep it exactly. */
export async function webpFile(
  width: number,
  height: number,
  { lossless = false, opacity = 255 }: Readonly<{ lossless?: boolean; opacity?: number }> = {},
): Promise<Uint8Array> {
  const { default: make } = await import('@jsquash/webp/codec/enc/webp_enc.js')
  const { defaultOptions } = await import('@jsquash/webp/meta.js')
  const wasmBinary = await readFile(packages.resolve('@jsquash/webp/codec/enc/webp_enc.wasm'))
  const encoder = await (make as unknown as Make)({ wasmBinary, noInitialRun: true })
  const data = new Uint8Array(width * height * 4)
  for (let at = 0; at < data.length; at += 4) data.set([200, 40, 90, opacity], at)
  const options = { ...defaultOptions, lossless: lossless ? 1 : 0 }
  return new Uint8Array(encoder.encode(data, width, height, options))
}

export function webpChunk(name: string, data: Uint8Array): Uint8Array {
  return joined([ascii(name), u32(data.length, true), data, new Uint8Array(data.length % 2)])
}

/** The file with more chunks behind those that it has. */
export function withChunks(file: Uint8Array, ...chunks: readonly Uint8Array[]): Uint8Array {
  const body = joined([file.subarray(8), ...chunks])
  return joined([ascii('RIFF'), u32(body.length, true), body])
}
