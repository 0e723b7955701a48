import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { setTimeout as sleep } from 'node:timers/promises'

setFlagsFromString('--expose_gc')
const collect: unknown = runInNewContext('gc')

/** How many of the objects are still held by something. */
export async function countHeld(objects: readonly WeakRef<object>[]): Promise<number> {
  await collectGarbage()
  return objects.filter((object) => object.deref() !== undefined).length
}

/** Bytes of all objects that are still held by something. */
export async function countHeldBytes(): Promise<number> {
  await collectGarbage()
  return process.memoryUsage().heapUsed
}

async function collectGarbage(): Promise<void> {
  if (typeof collect !== 'function') throw new Error('There is no way to collect garbage.')
  // What a turn has looked at is held until its end.
  for (let turn = 0; turn < 3; turn += 1) {
    await sleep(20)
    Reflect.apply(collect, undefined, [])
  }
}
