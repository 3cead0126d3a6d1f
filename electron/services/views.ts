import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { MOST_VIEWS, PatientViews } from '../../shared/patient/patientList.ts'
import { getSetting, putSetting } from '../db/queries/settings.ts'
import { conflict, invalidInput, notFound } from './refusal.ts'
import type { OpenSession, Session } from './session.ts'

export type Views = ReturnType<typeof createViews>

/** The lists of patients that each user has named; they lie, encrypted, in the workspace. */
export function createViews(session: Session) {
  return {
    list: (): Output<'view:list'> => read(session.need('read')),

    put: (view: Parsed<'view:put'>): Output<'view:put'> => {
      const open = session.need('read')
      const { views, first } = read(open)
      const name = nameKey(view.name)
      if (views.some(each => each.id !== view.id && nameKey(each.name) === name))
        throw invalidInput([{ path: 'name', message: 'is the name of another view' }])
      const isNew = views.every(each => each.id !== view.id)
      if (isNew && views.length >= MOST_VIEWS)
        throw conflict(
          `There are ${MOST_VIEWS} views already. Nothing was saved; delete one that is not used.`,
        )
      return write(open, {
        views: isNew ? [...views, view] : views.map(each => (each.id === view.id ? view : each)),
        first,
      })
    },

    delete: ({ id }: Parsed<'view:delete'>): Output<'view:delete'> => {
      const open = session.need('read')
      const { views, first } = read(open)
      return write(open, {
        views: views.filter(each => each.id !== id),
        first: first === id ? null : first,
      })
    },

    first: ({ id }: Parsed<'view:first'>): Output<'view:first'> => {
      const open = session.need('read')
      const { views } = read(open)
      if (id !== null && views.every(each => each.id !== id)) throw notFound('view')
      return write(open, { views, first: id })
    },
  }
}

function nameKey(name: string): string {
  return name.trim().toLowerCase()
}

function keyOf({ user }: OpenSession): string {
  return `views:${user.id}`
}

function read(open: OpenSession): Output<'view:list'> {
  const stored = PatientViews.safeParse(getSetting(open.workspace.db, keyOf(open)))
  return stored.success ? stored.data : { views: [], first: null }
}

function write(open: OpenSession, views: Output<'view:list'>): Output<'view:list'> {
  putSetting(open.workspace.db, keyOf(open), views)
  return views
}
