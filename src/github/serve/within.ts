/** What a promise comes to; rejects when it takes more than so many milliseconds, and then nobody hears of it any more. */
export async function within<Value>(limitMs: number, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
