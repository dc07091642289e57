// The one way to the server: bodies and answers are bytes or JSON.

export class Refused extends Error {
  constructor(status, words) { super(words); this.status = status; }
}

/** A file must not be larger: the server would refuse it. */
export const largestFile = 64 * 1024 * 1024;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Asks the server for something. A body that is no bytes is sent as JSON. While the server is busy it is asked again.
 */
export async function ask(action, body, { signal } = {}) {
  const isBytes = body instanceof Blob || body instanceof Uint8Array || body instanceof ArrayBuffer;
  for (let attempt = 0; ; attempt += 1) {
    const response = await fetch(`api/${action}`, {
      method: "POST", body: isBytes ? body : JSON.stringify(body ?? {}), signal,
      headers: { "Content-Type": isBytes ? "application/octet-stream" : "application/json" },
    }).catch((error) => {
      if (error.name === "AbortError") throw error;
      throw new Refused(0, "The studio does not answer. Is it still running?");
    });
    if (response.ok) return response;
    if (response.status === 503 && attempt < 6) {
      await pause(400 * (attempt + 1));
      continue;
    }
    const said = await response.json().catch(() => ({}));
    throw new Refused(response.status, said.error ?? `The studio answered ${response.status}.`);
  }
}

/** An answer of raw samples, with what the server says of them. */
export async function askSamples(action, body, options) {
  const response = await ask(action, body, options);
  const info = JSON.parse(response.headers.get("Nurie-Info"));
  return { info, samples: new Uint8Array(await response.arrayBuffer()) };
}

export async function askJSON(action, body, options) { return (await ask(action, body, options)).json(); }

/** Whether an error only says that a newer request took this one's place. */
export const isSuperseded = (error) => error.name === "AbortError" || error.status === 409;
