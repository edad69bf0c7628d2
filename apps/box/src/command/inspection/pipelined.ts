/** Works on up to `width` items at the same time and gives the results in the order of the items. */
export async function* pipelined<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = []
  for (const item of items) {
    const result = work(item)
    // Awaited below, in turn: until then a failure is nobody's.
    result.catch(() => undefined)
    underWay.push(result)
    if (underWay.length >= width) yield await (underWay.shift() as Promise<R>)
  }
  for (const result of underWay) yield await result
}
