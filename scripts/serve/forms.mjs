/**
 * Forms that no page of ours sent. Next answers 500 to a form that it cannot decode, as if the fault were the
 * server's: the body is kept aside while Next reads it, and judged only where Next failed.
 */
const MOST_BYTES = 2 * 1024 * 1024;
const MULTIPART = /^multipart\/form-data\b/i;

/** A form's own fields, as React's actions send them: the state before, then a reference to the form. */
const FORM_REFERENCE = /^\$K\d*$/;

/**
 * @typedef {import("node:http").IncomingMessage} Request
 */

/**
 * Follows what arrives of a request without reading it in the place of Next.
 * @param {Request} req
 * @returns {() => Promise<boolean>} whether the body is no form that a page of ours sends
 */
export function followForm(req) {
  if (req.method !== "POST" || (req.url ?? "").startsWith("/api/")) return async () => false;
  /** @type {Buffer[]} */
  const chunks = [];
  let bytes = 0;
  const { push } = req;
  req.push = function (chunk, encoding) {
    if (chunk instanceof Uint8Array && (bytes += chunk.length) <= MOST_BYTES) chunks.push(Buffer.from(chunk));
    return push.call(this, chunk, encoding);
  };
  return () => isUnreadable(req, Buffer.concat(chunks));
}

/** @param {Request} req @param {Buffer} body */
async function isUnreadable(req, body) {
  const type = req.headers["content-type"] ?? "";
  if (!MULTIPART.test(type)) return true;
  let form;
  try {
    form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  } catch {
    return true;
  }
  if (req.headers["next-action"] !== undefined) return !isCall(form.get("0"));
  // Without JavaScript the browser sends the hidden fields of the page: JSON where they carry the action.
  const carried = [...form].filter(([name]) => /^\$ACTION_\d+:\d+$/.test(name));
  return carried.length === 0 || carried.some(([, value]) => parsed(value) === undefined);
}

/** `[state, "$K1"]`. @param {FormDataEntryValue | null} field */
function isCall(field) {
  const call = parsed(field);
  if (!Array.isArray(call) || call.length !== 2) return false;
  return typeof call[0] === "object" && call[0] !== null && FORM_REFERENCE.test(String(call[1]));
}

/** @param {FormDataEntryValue | null} field @returns {unknown} undefined where it is no JSON */
function parsed(field) {
  try {
    return JSON.parse(String(field));
  } catch {
    return undefined;
  }
}
