/** Waits until `probe` gives a value other than undefined, null or false. */
export async function eventually<T>(probe: () => Promise<T> | T, limitMs = 30_000): Promise<NonNullable<T>> {
  const untilMs = Date.now() + limitMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== null && value !== false) return value;
    if (Date.now() > untilMs) throw new Error(`nothing within ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
