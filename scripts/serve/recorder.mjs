/**
 * Runs a handler on a response but keeps what it writes instead of sending it.
 *
 * Resolves to the status, headers and body; the response is then as new and can be answered on. A long file is
 * not kept: an answer that says `X-Accel-Buffering: no` (which a proxy such as nginx heeds too) is sent as it
 * comes, at its reader's pace.
 * @param {import("node:http").ServerResponse} res
 * @param {() => Promise<void>} handler
 * @param {() => void} [beforeSending] what such an answer still lacks is set here
 * @returns {Promise<{ status: number, headers: import("node:http").OutgoingHttpHeaders, body: Buffer } | null>} null when the client left, or when the answer sends itself
 */
export async function record(res, handler, beforeSending = () => {}) {
  const { write, end: close, writeHead, flushHeaders, on, once, addListener } = res;
  const kept = { write, end: close, writeHead, flushHeaders, on, once, addListener };
  /** @type {Buffer[]} */
  const chunks = [];
  let ended = () => {};
  /** @type {Promise<boolean>} */
  const end = new Promise((resolve) => (ended = () => resolve(true)));
  /** @type {Promise<boolean>} */
  const left = new Promise((resolve) => res.once("close", () => resolve(false)));
  let sending = () => {};
  /** @type {Promise<boolean>} */
  const sent = new Promise((resolve) => (sending = () => resolve(false)));

  /** @param {any} chunk @param {any} [encoding] */
  const keep = (chunk, encoding) => {
    if (chunk === undefined || chunk === null || typeof chunk === "function") return;
    chunks.push(
      typeof chunk === "string"
        ? Buffer.from(chunk, /** @type {BufferEncoding} */ (typeof encoding === "string" ? encoding : "utf8"))
        : Buffer.from(chunk),
    );
  };
  // Next waits for « finish » after a file. Emitting it would make Node let the socket go: whoever asks for
  // it while recording is told apart, when the handler's part is over.
  /** @type {Function[]} */
  const finished = [];
  const isUnkept = () => res.getHeader("x-accel-buffering") === "no";
  /** Gives the response back to its handler, with whoever waits for its end. */
  const release = () => {
    Object.assign(res, kept);
    for (const listener of finished) res.once("finish", /** @type {any} */ (listener));
    beforeSending();
    sending();
    return res;
  };
  /** @param {"on" | "once" | "addListener"} method */
  const listen =
    (method) =>
    /** @param {string} event @param {any} listener */
    (event, listener) => {
      if (event === "finish") finished.push(listener);
      else kept[method].call(res, event, listener);
      return res;
    };
  Object.assign(/** @type {any} */ (res), {
    on: listen("on"),
    once: listen("once"),
    addListener: listen("addListener"),
    /** @param {number} status @param {any[]} rest */
    writeHead(status, ...rest) {
      res.statusCode = status;
      const headers = rest.find((value) => value && typeof value === "object");
      if (Array.isArray(headers))
        for (let i = 0; i < headers.length; i += 2) res.setHeader(headers[i], headers[i + 1]);
      else
        for (const [name, value] of Object.entries(headers ?? {}))
          res.setHeader(name, /** @type {string} */ (value));
      return res;
    },
    flushHeaders() {
      if (isUnkept()) release().flushHeaders();
    },
    /** @param {any} chunk @param {any} [encoding] @param {any} [done] */
    write(chunk, encoding, done) {
      if (isUnkept()) return release().write(chunk, encoding, done);
      keep(chunk, encoding);
      const callback = typeof encoding === "function" ? encoding : done;
      if (callback) process.nextTick(callback);
      return true;
    },
    /** @param {any} [chunk] @param {any} [encoding] @param {any} [done] */
    end(chunk, encoding, done) {
      if (isUnkept()) return release().end(chunk, encoding, done);
      keep(chunk, encoding);
      const callback = [chunk, encoding, done].find((value) => typeof value === "function");
      if (callback) process.nextTick(callback);
      process.nextTick(() => finished.forEach((listener) => listener.call(res)));
      ended();
      return res;
    },
  });
  // Next's streams wait until the response has gone, which is after this: only a failure is awaited.
  const handled = handler();
  let whole = false;
  try {
    whole = await Promise.race([end, left, sent, handled.then(() => end)]);
  } finally {
    Object.assign(res, kept);
  }
  handled.catch((error) => console.error(error));
  if (!whole) return null;
  const result = { status: res.statusCode, headers: res.getHeaders(), body: Buffer.concat(chunks) };
  for (const name of res.getHeaderNames()) res.removeHeader(name);
  return result;
}
