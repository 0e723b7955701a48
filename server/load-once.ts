/** Makes a function that has `read` read something once; what failed is read again when it is asked for again. */
export function loadOnce<Data>(read: () => Promise<Data>): () => Promise<Data> {
  let loading: Promise<Data> | null = null
  return () => {
    loading ??= read().catch((error: unknown) => {
      loading = null
      throw error
    })
    return loading
  }
}
