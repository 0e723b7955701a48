/** Loads what is known about the work, and no more. */
export const load = 'Load: ask `guide` in plain words, with the code it is about; read what a section links to with `read_reference`. Where `guide` has nothing, go by the documentation of the queue and say so.'

/** Checks what was written. */
export const validate =
  'Validate: call `review` with the paths that changed. Mend every finding (`explain_rule` tells why and how), settle what the checklist fails or cannot tell, and review again until nothing is left.'
