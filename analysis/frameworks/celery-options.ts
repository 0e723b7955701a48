/** The options of Celery's tasks and dispatches, and what people write for them. Source: celery/app/task.py, celery/app/base.py (5.7.0). */

/** Task options of the decorator; every other one is kept as an attribute without a word. */
export const taskOptions: ReadonlySet<string> = new Set([
  'name', 'base', 'bind', 'pydantic', 'pydantic_strict', 'pydantic_context', 'pydantic_dump_kwargs', 'abstract', 'acks_late', 'acks_on_failure',
  'acks_on_failure_or_timeout', 'acks_on_timeout', 'app', 'autoretry_for', 'backend', 'default_retry_delay', 'dont_autoretry_for', 'expires',
  'ignore_result', 'lazy', 'max_retries', 'priority', 'rate_limit', 'reject_on_worker_lost', 'request_stack', 'resultrepr_maxsize', 'retry_backoff',
  'retry_backoff_max', 'retry_jitter', 'retry_kwargs', 'retry_on_worker_lost', 'send_events', 'serializer', 'shared', 'soft_time_limit',
  'store_errors_even_if_ignored', 'throws', 'time_limit', 'track_started', 'trail', 'typing', 'queue', 'routing_key', 'exchange', 'exchange_type',
  'delivery_mode', 'compression', 'mandatory', 'immediate', 'run_every', 'on_failure', 'on_success', 'on_retry', 'before_start', 'after_return',
  'shadow_name', 'filter', 'task_cls', 'link_error', 'link',
])

/** Options of `apply_async` and its like, and of a signature. */
export const dispatchOptions: ReadonlySet<string> = new Set([
  'args', 'kwargs', 'task_id', 'producer', 'link', 'link_error', 'shadow', 'countdown', 'eta', 'expires', 'retry', 'retry_policy', 'queue',
  'exchange', 'routing_key', 'priority', 'serializer', 'compression', 'headers', 'time_limit', 'soft_time_limit', 'ignore_result', 'add_to_parent',
  'group_id', 'group_index', 'retries', 'chord', 'reply_to', 'root_id', 'parent_id', 'route_name', 'chain', 'task_type', 'connection', 'router',
  'publisher', 'result_cls', 'replaced_task_nesting', 'argsrepr', 'kwargsrepr', 'delivery_mode', 'mandatory', 'immediate',
  'correlation_id', 'stamped_headers', 'exchange_type', 'immutable', 'options', 'app', 'subtask_type', 'task', 'name', 'type',
  'declare', 'expiration', 'confirm_timeout', 'origin', 'message_id', 'timestamp', 'user_id', 'app_id', 'cluster_id', 'periodic_task_name',
  'MessageGroupId', 'MessageDeduplicationId', 'message_properties', 'properties',
])

/** Options that are said nowhere but in a full dispatch call; given to `delay` they land in the task's arguments. */
const deliveryOptions: ReadonlySet<string> = new Set([
  'countdown', 'eta', 'expires', 'queue', 'routing_key', 'exchange', 'priority', 'task_id', 'link', 'link_error', 'retry', 'retry_policy',
  'serializer', 'compression', 'soft_time_limit', 'time_limit', 'ignore_result', 'headers', 'shadow', 'producer', 'connection', 'add_to_parent',
  'delivery_mode', 'argsrepr', 'kwargsrepr',
])

export const fullDispatch: { readonly method: string; readonly options: ReadonlySet<string> } = { method: 'apply_async', options: deliveryOptions }

/** Options of `self.retry` beside those of a dispatch. Source: celery/app/task.py. */
export const retryOptions: ReadonlySet<string> = new Set(['exc', 'throw', 'max_retries'])

/** Names that people write for an option that does not exist, with the option that was probably meant. */
export const strangersToTasks: ReadonlyMap<string, string | null> = new Map([
  ['interval_start', null], ['interval_step', null], ['interval_max', null], ['retries', 'max_retries'], ['retry', null], ['max_retry', 'max_retries'],
  ['countdown', 'default_retry_delay'], ['timeout', 'time_limit'], ['delay', 'default_retry_delay'], ['eta', null],
  ['retry_delay', 'default_retry_delay'], ['late_acks', 'acks_late'], ['ack_late', 'acks_late'], ['ignore_results', 'ignore_result'],
  ['autoretry', 'autoretry_for'], ['retry_for', 'autoretry_for'], ['backoff', 'retry_backoff'], ['max_backoff', 'retry_backoff_max'],
])

/** Options that hide a method of the task when they are made an attribute of it. */
export const hidingOptions: ReadonlySet<string> = new Set(['delay', 'retry', 'apply_async', 's', 'si', 'signature', 'run'])

export const strangersToDispatches: ReadonlyMap<string, string | null> = new Map([
  ['taskid', 'task_id'], ['timeout', 'time_limit'], ['error_callback', 'link_error'], ['on_error', 'link_error'], ['callback', 'link'],
  ['delay', 'countdown'], ['max_retries', 'retry_policy'], ['expire', 'expires'], ['expiry', 'expires'], ['count_down', 'countdown'],
])
