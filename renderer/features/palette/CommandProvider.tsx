import { createContext, type ReactNode, useContext, useEffect, useId, useMemo } from 'react'
import { LetterKeys } from '../../components/letterKeys.ts'
import { useNotify } from '../../components/notices.tsx'
import { isCharacter, isTyping, keyOf } from '../../components/shortcuts.ts'
import { COMMAND_IDS, type CommandId, infoOf } from './catalogue.ts'

/** What a command does where it is offered now. */
export type Offer = Readonly<{
  run: () => void
  /** Why it cannot be done just now; null when it can. */
  unavailable?: string | null
  /** Says more than the catalogue's title, such as what an undo takes back. */
  title?: string
}>

export type Offers = Readonly<Partial<Record<CommandId, Offer>>>

/** Something on the screen that can be gone to, such as an entry of the board. */
export type Destination = Readonly<{ id: string; title: string; kind: string; go: () => void }>

type Registry = Readonly<{
  offers: Map<string, Offers>
  destinations: Map<string, readonly Destination[]>
}>

const RegistryContext = createContext<Registry | null>(null)

type Props = Readonly<{
  children: ReactNode
  /** Whether keys without Control are commands. */
  hasLetterKeys: boolean
}>

/** Holds what can be done now, and does it when its keys are pressed. */
export function CommandProvider({ children, hasLetterKeys }: Props) {
  const registry = useMemo<Registry>(() => ({ offers: new Map(), destinations: new Map() }), [])
  const notify = useNotify()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const key = keyOf(event)
      // One letter may mean different things on different screens.
      const meant = COMMAND_IDS.filter(each => infoOf(each).keys?.includes(key))
      const id = meant.find(each => offerOf(registry, each) !== null) ?? meant[0]
      if (id === undefined || (isCharacter(key) && !hasLetterKeys)) return
      if (isKept(event.target, key, infoOf(id).inDialogs ?? false)) return
      const offer = offerOf(registry, id)
      const reason = reasonAgainst(id, offer)
      // A letter that means nothing here is left alone; the rest says why nothing happens.
      if (offer === null && (isCharacter(key) || reason === null)) return
      event.preventDefault()
      if (reason !== null) notify({ text: reason, tone: 'done' })
      else offer?.run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [registry, notify, hasLetterKeys])
  return (
    <LetterKeys value={hasLetterKeys}>
      <RegistryContext value={registry}>{children}</RegistryContext>
    </LetterKeys>
  )
}

function useRegistry(): Registry {
  const registry = useContext(RegistryContext)
  if (registry === null) throw new Error('a command stands outside the workspace')
  return registry
}

/** Offers commands while this is on the screen; what is offered last goes before. */
export function useCommands(offers: Offers, isActive = true): void {
  const { offers: all } = useRegistry()
  const key = useId()
  useEffect(() => {
    if (!isActive) return
    all.set(key, offers)
  })
  useEffect(() => {
    if (!isActive) return
    return () => {
      all.delete(key)
    }
  }, [all, key, isActive])
}

/** Names what can be gone to on this screen. */
export function useDestinations(destinations: readonly Destination[]): void {
  const { destinations: all } = useRegistry()
  const key = useId()
  useEffect(() => {
    all.set(key, destinations)
  })
  useEffect(
    () => () => {
      all.delete(key)
    },
    [all, key],
  )
}

/** A command as it stands now. */
export type Standing = Readonly<{
  id: CommandId
  title: string
  keywords: string
  /** Why it cannot be done; null when it can. */
  unavailable: string | null
  /** Belongs to this screen, whether or not it can be done now. */
  isHere: boolean
  run: () => void
}>

/** Reads what can be done and gone to at this moment. */
export function useStandings(): () => Readonly<{
  commands: readonly Standing[]
  destinations: readonly Destination[]
}> {
  const registry = useRegistry()
  return () => ({
    commands: COMMAND_IDS.filter(id => infoOf(id).onlyKeys !== true).map(id => {
      const offer = offerOf(registry, id)
      const { title, keywords = '' } = infoOf(id)
      return {
        id,
        title: offer?.title ?? title,
        keywords,
        unavailable: reasonAgainst(id, offer),
        isHere: offer !== null,
        run: offer?.run ?? (() => {}),
      }
    }),
    destinations: [...registry.destinations.values()].flat(),
  })
}

function offerOf({ offers }: Registry, id: CommandId): Offer | null {
  return [...offers.values()].findLast(each => each[id] !== undefined)?.[id] ?? null
}

function reasonAgainst(id: CommandId, offer: Offer | null): string | null {
  if (offer === null) return infoOf(id).elsewhere ?? null
  return offer.unavailable ?? null
}

/** Whether the place where a key was pressed needs it for itself. */
function isKept(target: EventTarget | null, key: string, inDialogs: boolean): boolean {
  const isInDialog = target instanceof Element && target.closest('[role=dialog]') !== null
  if (isInDialog) return !inDialogs
  if (!isTyping(target)) return false
  const isCommand = /^(control|f\d|insert)/.test(key)
  // Undo and redo belong to the text while one is typed.
  return !isCommand || /^control\+(shift\+)?[zy]$/.test(key)
}
