import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { setTimeout as sleep } from 'node:timers/promises'

setFlagsFromString('--expose_gc')
const collect: unknown = runInNewContext('gc')

/** How many of the objects are still held by something. */
export async function countHeld(objects: readonly WeakRef<object>[]): Promise<number> {
  // A reference that was looked at holds its object until the turn ends.
  for (let turn = 0; turn < 3; turn += 1) {
    await sleep(20)
    if (typeof collect === 'function') Reflect.apply(collect, undefined, [])
  }
  return objects.filter((object) => object.deref() !== undefined).length
}
