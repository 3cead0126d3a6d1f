import { TextField } from '../../components/TextField.tsx'

/** The service's rule in words; the service itself refuses what does not keep it. */
const RULE =
  'At least 10 characters, at least 4 of them different. Several words are easier to keep.'

type Props = Readonly<{
  first: string
  second: string
  onFirst: (text: string) => void
  onSecond: (text: string) => void
  /** True once the form was sent with the two differing. */
  showDifference: boolean
}>

/** A new passphrase, typed twice. */
export function NewPassphrase({ first, second, onFirst, onSecond, showDifference }: Props) {
  return (
    <>
      <TextField
        label="Passphrase"
        type="password"
        autoComplete="new-password"
        isRequired
        value={first}
        onChange={onFirst}
        description={RULE}
      />
      <TextField
        label="Passphrase again"
        type="password"
        autoComplete="new-password"
        isRequired
        value={second}
        onChange={onSecond}
        error={showDifference && first !== second ? 'The two passphrases differ.' : null}
      />
    </>
  )
}
