/** One act of a user; `undoes` names the act it takes back, which may itself be an undoing. */
export type Act = Readonly<{ id: string; undoes: string | null }>

type State = Readonly<{ undo: readonly string[]; redo: readonly string[] }>

/** The two stacks that these acts, oldest first, have left. */
function stacksOf(acts: readonly Act[]): State {
  const isForward = new Map<string, boolean>()
  let undo: string[] = []
  let redo: string[] = []
  for (const { id, undoes } of acts) {
    if (undoes === null) {
      // A new act of its own ends what could have been redone.
      redo = []
      undo.push(id)
      isForward.set(id, true)
    } else if (isForward.get(undoes) === false) {
      redo = redo.filter(each => each !== undoes)
      undo.push(id)
      isForward.set(id, true)
    } else {
      undo = undo.filter(each => each !== undoes)
      redo.push(id)
      isForward.set(id, false)
    }
  }
  return { undo, redo }
}

/** The act that the next "undo" takes back. */
export function undoableAct(acts: readonly Act[]): string | null {
  return stacksOf(acts).undo.at(-1) ?? null
}

/** The undoing act that the next "redo" takes back. */
export function redoableAct(acts: readonly Act[]): string | null {
  return stacksOf(acts).redo.at(-1) ?? null
}
