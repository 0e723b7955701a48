import type { RedisOptions } from 'bullmq'
import { config } from '@/config'

/** For those who add jobs: where Redis is away they hear of it at once, instead of waiting for its return. */
export const producerConnection: RedisOptions = { url: config.redisUrl, enableOfflineQueue: false, maxRetriesPerRequest: 1 }

/** For workers, who have nothing better to do than to wait. */
export const workerConnection: RedisOptions = { url: config.redisUrl, maxRetriesPerRequest: null }
