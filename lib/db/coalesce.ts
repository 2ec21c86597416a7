/**
 * Shares one run of `read` between the calls that wait for it. A call never joins a run that has already
 * begun, whose answer may be older than the call: it waits for the next, together with those that come
 * meanwhile. So at most one run is under way, and no caller gets a stale answer.
 */
export function coalesce<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> | null = null;
  let next: Promise<T> | null = null;

  function begin(): Promise<T> {
    next = null;
    const run = read();
    const over = run.then(
      () => undefined,
      () => undefined,
    );
    running = over;
    void over.then(() => {
      if (running === over) running = null;
    });
    return run;
  }

  return () => {
    if (next !== null) return next;
    if (running === null) return begin();
    next = running.then(begin);
    return next;
  };
}
