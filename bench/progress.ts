/** Says on standard error what is being done, where a person watches; says nothing to a program. */
export interface Progress {
  readonly show: (step: string) => void
  /** Takes the line away. */
  readonly end: () => void
}

export function showProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined }
  const write = (text: string): void => {
    stream.write(`\r\u001B[K${text}`)
  }
  return {
    show: (step) => {
      write(`${step} …`)
    },
    end: () => {
      write('')
    },
  }
}
