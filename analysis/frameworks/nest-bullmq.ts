import type { OptionPlace } from './job-calls.ts'

/** What NestJS makes of queues. Source: @nestjs/bullmq 12 and @nestjs/bull 12 (lib/bull.module.ts, lib/bull.explorer.ts). */

const packages = ['@nestjs/bullmq', '@nestjs/bull']

function inBoth(names: readonly string[]): ReadonlySet<string> {
  return new Set(packages.flatMap((home) => names.map((name) => `${home}.${name}`)))
}

/** Decorators, called, of a parameter or field that is given the queue of the name in them. */
export const injectQueue: ReadonlySet<string> = inBoth(['InjectQueue()'])

/** Decorators, called with a queue's name, that make a class the worker of that queue. */
export const processorDecorators: ReadonlySet<string> = inBoth(['Processor()'])

/** The method that does the work in such a class, where it is a host. */
export const workerHost = '@nestjs/bullmq.WorkerHost'
export const hostMethod = 'process'

/** Decorators of methods that do the work in any other. */
export const processDecorators: ReadonlySet<string> = new Set(['@nestjs/bull.Process()', '@nestjs/bull.Process'])

/** Registers the queues that can be injected. */
export const queueRegistrations: ReadonlySet<string> = inBoth(['BullModule.registerQueue', 'BullModule.registerQueueAsync'])

/** Options of every job of the queues that are registered, unless they have options of their own. */
export const rootRegistrations: ReadonlySet<string> = inBoth(['BullModule.forRoot', 'BullModule.forRootAsync'])

export const registeredOptions: readonly OptionPlace[] = [
  { position: null, keys: ['defaultJobOptions'] },
  { position: null, keys: ['useFactory()', 'defaultJobOptions'] },
]

/** Keys of a registration that name what will give the options. */
export const hiddenRegistrations: readonly string[] = ['useClass', 'useExisting']
