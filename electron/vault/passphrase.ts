export const MIN_PASSPHRASE_LENGTH = 10

/** The one form in which a passphrase is used, however a keyboard composed its accents. */
export function normalisePassphrase(text: string): string {
  return text.normalize('NFC')
}

/** Why a text may not become a passphrase, as a sentence; null if it may. */
export function passphraseProblem(text: string): string | null {
  const characters = [...normalisePassphrase(text)]
  if (characters.length < MIN_PASSPHRASE_LENGTH) {
    return `A passphrase needs at least ${MIN_PASSPHRASE_LENGTH} characters.`
  }
  if (characters.length > 1024) return 'A passphrase may have at most 1024 characters.'
  if (new Set(characters).size < 4) return 'A passphrase needs at least 4 different characters.'
  return null
}
