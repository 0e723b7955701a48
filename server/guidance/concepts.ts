/**
 * What people say for one thing, in words that share no stem. Read from questions as they are really asked: who sees a mail twice says nothing of
 * idempotency, who finds no row nothing of a commit. Each expression is tried on the lower-case text.
 */
const concepts: readonly (readonly [concept: string, wording: RegExp])[] = [
  ['twice', /\b(?:twice|double[ds]?|duplicat\w*|dup(?:e|es)|(?:2|two|three|3|multiple|several|many) times|more than once|again and again|re-?(?:executed|delivered|run)|executed again|sent again|runs? again)\b/],
  ['stuck', /\b(?:stuck|hang(?:s|ing)?|hung|fr(?:eezes?|ozen?)|stall\w*|dead ?lock\w*|stops? (?:working|processing|consuming|responding)|not (?:responding|moving|processing|consuming)|idle|nothing happens|doing nothing|does nothing)\b/],
  ['never-runs', /\b(?:(?:not|never|n[o']?t|isn'?t|aren'?t|doesn'?t|don'?t|didn'?t|won'?t) (?:get |being |be |getting )?(?:run\w*|execut\w*|start\w*|fir\w+|trigger\w*|picked|process\w*|called|consumed|received|work\w*))\b/],
  ['slow', /\b(?:slow\w*|too long|takes? (?:long|forever|ages|minutes|hours)|latency|lag\w*|delay(?:ed)? processing|backlog\w*|behind|piling up|pile up|throughput|performance|bottleneck|high volume|high load)\b/],
  ['lost', /\b(?:lost|lose[sd]?|losing|missing|disappear\w*|vanish\w*|gone|dropped|swallowed|never (?:arrive|reach)\w*)\b/],
  ['no-row', /(?:does ?not ?exist|matching query|not found in (?:the )?(?:db|database)|race condition|before (?:the )?commit|uncommitted|row (?:is )?not there|stale)/],
  ['progress', /\b(?:progress\w*|percent\w*|status bar|how far|loading bar|current state|update_state)\b/],
  ['schedule', /\b(?:schedul\w*|cron\w*|every (?:\d+ )?(?:second|minute|hour|day|night|week|month|morning|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?|hourly|daily|nightly|weekly|monthly|midnight|periodic\w*|beat|recurring|regular(?:ly)?|yearly|quarterly|annually|each (?:spring|summer|autumn|winter)|on the (?:first|last|\d+(?:st|nd|rd|th)) (?:day )?of|(?:twice|once|\d+ times) (?:a|per) (?:day|week|month|hour)|once a (?:day|week|month)|each (?:night|day|hour|morning|week|month)|weekdays?|at (?:night|noon|midnight|\d{1,2}(?::\d\d)? ?(?:am|pm|o.clock)?)|in (?:january|february|march|april|june|july|august|september|october|november|december))\b/],
  ['retry', /\b(?:retr(?:y|ies|ied|ying)|try(?:ing)? again|attempts?|back ?off)\b/],
  ['failure', /\b(?:fail\w*|errors?|exceptions?|crash\w*|raise[sd]?|traceback)\b/],
  ['time-limit', /\b(?:time ?limits?|timed? ?out|timeouts?|soft_time_limit|time_limit|too long running|exceed\w*)\b/],
  ['container', /\b(?:docker\w*|container\w*|compose|k8s|kubernetes|pods?|helm|image)\b/],
  ['deploy', /\b(?:deploy\w*|release[sd]?|rollout|rolling|new version|restart\w*|sigterm|shut ?down\w*|stop(?:ped|ping)?|graceful\w*|kill\w*)\b/],
  ['memory', /\b(?:memory|oom\w*|ram|leak\w*|sigkill|signal 9)\b/],
  ['connection', /\b(?:connect\w*|refused|reset by peer|broken pipe|unreachable|errno 111|econn\w*)\b/],
  ['mail', /\b(?:e-?mails?|mails?|newsletter|smtp)\b/],
  ['big-work', /\b(?:export\w*|import\w*|csv|report\w*|pdf\w*|upload\w*|download\w*|video\w*|image processing|thumbnail\w*|bulk|huge|large|million\w*|thousands)\b/],
  ['in-request', /\b(?:in the request|request (?:time ?out|cycle)|blocks? the (?:request|response|view)|synchronous\w*|in (?:the )?background|asynchronous\w*|async|outside (?:of )?the request|slow (?:view|request|response))\b/],
  ['one-at-a-time', /\b(?:only one|single instance|one instance|at the same time|concurrent\w*|overlap\w*|simultaneous\w*|lock\w*|mutex|one at a time|parallel)\b/],
  ['monitor', /\b(?:monitor\w*|dashboard\w*|flower|grafana|prometheus|metrics?|alert\w*|observ\w*|inspect\w*)\b/],
  ['log', /\b(?:log(?:s|ged|ger|gers|ging)?|sentry|traces?|tracing|correlation|guid|request id)\b/],
  ['test', /\b(?:tests?|testing|pytest|unit ?tests?|mock\w*|eager|always_eager)\b/],
  ['duration', /\b\d+(?:[.,]\d+)? ?(?:m|mins?|minutes?|h|hrs?|hours?|days?)\b|\b(?:for|takes?|taking|needs?|lasts?|half an|an|several|many) (?:\w+ )?(?:minutes|hours?|days|weekend|night)\b|\blong[- ](?:running|lasting|job|task|simulation|calculation)s?\b/],
  ['goes-on', /\b(?:resum\w*|continu\w*|checkpoint\w*|cursor|where it (?:stopped|ended|left)|pick(?:s|ed)? up|start(?:s|ing)? over|restart from|save its state|abort\w*|cancel\w*)\b/],
  ['many', /\b(?:\d+ ?(?:k|m|mio|million|thousand)|\d{4,}|\d{1,3}(?:[.,]\d{3})+|millions?|thousands?|huge|large|big|complete|entire|whole|all (?:the )?(?:records|rows|users|customers|prices))\b/],
  ['undo', /\b(?:undo|revers\w*|refund\w*|roll ?back|compensat\w*|give back|release the)\b/],
  ['when-all-done', /\b(?:when|once|after|until|only when|only if) (?:all|every|each|both)\b|\b(?:afterwards|finally|in the end|at the end|last step|then|first|next step|depends on|succeed\w*)\b/],
  ['reads-outcome', /\b(?:outcome|verdict|status(?:es)?|state of|result\w*|return(?:s|ed)? (?:value|something)|returned|the value|accepted|rejected|history|look up|query|fetch|know (?:if|whether)|see (?:if|whether)|tell (?:the user|him|me) (?:if|whether))\b/],
  ['no-wait', /\b(?:do(?:es)? ?n[o']?t wait|without (?:waiting|slowing|blocking|delaying)|no answer|not need an answer|fire and forget|ignore (?:the )?(?:errors?|result|outcome)|in passing|best effort|notify\w*|notification\w*|ping|webhook|alert (?:the|a)|drop a note)\b/],
  ['order', /\b(?:chain\w*|chord\w*|groups?|one after (?:another|the other)|workflow\w*|pipeline\w*|then|sequen\w*|callback\w*|fan ?out|subtasks?|canvas|link)\b/],
]

/** The concepts that a text in lower case speaks of, as terms. */
export function conceptsIn(text: string): readonly string[] {
  return concepts.flatMap(([concept, wording]) => (wording.test(text) ? [`~${concept}`] : []))
}
