import { useEffect, useRef, useState } from 'react'
import { contrastOf } from './contrast.ts'
import styles from './Gallery.module.css'
import { Group, State } from './Specimens.tsx'

/** Each text colour with the surfaces on which it stands. */
const TEXTS = [
  ['ink', ['surface', 'page', 'raised', 'sunken', 'hover', 'accent-soft']],
  ['ink-2', ['surface', 'page', 'raised']],
  ['ink-3', ['surface', 'page', 'raised']],
  ['accent', ['surface', 'raised', 'accent-soft']],
  ['on-accent', ['accent']],
  ['on-ink', ['bar-ink']],
  ['on-chrome', ['chrome']],
  ['on-chrome-2', ['chrome']],
  ['conflict', ['surface', 'conflict-soft']],
  ['missing', ['surface', 'raised']],
  ['awaited', ['surface']],
  ['fresh', ['surface']],
] as const

const SIZES = [
  't-micro',
  't-small',
  't-base',
  't-strong',
  't-lead',
  't-name',
  't-story',
  't-figure',
] as const
const SPACES = ['s1', 's2', 's3', 's4', 's5', 's6'] as const

/** Colours with their contrast as measured here, type sizes and spaces. */
export function Tokens() {
  return (
    <>
      <Group title="Colours of text">
        {TEXTS.flatMap(([text, surfaces]) =>
          surfaces.map(surface => (
            <State key={`${text} ${surface}`} name={`${text} on ${surface}`}>
              <Swatch text={text} surface={surface} />
            </State>
          )),
        )}
      </Group>
      <Group title="Type">
        {SIZES.map(size => (
          <State key={size} name={size}>
            <span style={{ fontSize: `var(--${size})` }}>Right breast 80 %</span>
          </State>
        ))}
      </Group>
      <Group title="Spaces">
        {SPACES.map(space => (
          <State key={space} name={space}>
            <span className={styles.space} style={{ width: `var(--${space})` }} />
          </State>
        ))}
      </Group>
    </>
  )
}

function Swatch({ text, surface }: { text: string; surface: string }) {
  const swatch = useRef<HTMLSpanElement>(null)
  const [ratio, setRatio] = useState<number | null>(null)
  useEffect(() => {
    // The theme is set by whoever stands around: measured before that, the colours are those of the theme before.
    const frame = requestAnimationFrame(() => {
      if (swatch.current === null) return
      const { color, backgroundColor } = getComputedStyle(swatch.current)
      setRatio(contrastOf(color, backgroundColor))
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <span
      ref={swatch}
      className={styles.swatch}
      data-contrast={ratio?.toFixed(2)}
      style={{ color: `var(--${text})`, background: `var(--${surface})` }}
    >
      Aa {ratio?.toFixed(1)}
    </span>
  )
}
