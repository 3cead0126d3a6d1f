// No imports here: the sandboxed preload takes this list and nothing else.

/** Every question that the screen can put to the services. */
export const CHANNELS = [
  'host:info',
  'host:chooseFolder',
  'host:theme',
  'session:state',
  'session:touch',
  'workspace:create',
  'workspace:openDemo',
  'workspace:unlock',
  'workspace:recover',
  'workspace:lock',
  'workspace:verify',
  'patient:list',
  'patient:order',
  'patient:place',
  'patient:create',
  'patient:duplicates',
  'patient:archive',
  'case:get',
  'case:apply',
  'case:undo',
  'case:redo',
  'case:history',
  'case:opened',
  'case:since',
  'draft:put',
  'draft:delete',
  'draft:list',
  'summary:render',
  'summary:cancel',
  'summary:save',
  'summary:record',
  'summary:show',
  'axis:save',
  'axis:record',
  'view:list',
  'view:put',
  'view:delete',
  'view:first',
  'recent:list',
  'recent:add',
  'settings:get',
  'settings:put',
] as const
export type Channel = (typeof CHANNELS)[number]

/** What the services tell the screen without being asked. */
export const EVENTS = ['session:changed', 'session:locking', 'summary:progress'] as const
export type EventName = (typeof EVENTS)[number]
