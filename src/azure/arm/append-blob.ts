// A book of heads in append blobs of a storage account, one a day (learn.microsoft.com/rest/api/storageservices/append-block):
// a container with an immutability policy that allows appending takes lines and lets none be changed.
import { type HeadBook, lastHead } from "../../core/audit/anchor.ts";

const version = "2023-11-03";
const timeoutMilliseconds = 10_000;
/** Enough for some hundred lines. */
const tailBytes = 65_536;

/** `folder`: the address below which the blobs lie, with its container. `token` gives one for a scope. */
export function blobBook(
  folder: string,
  token: (scope: string) => Promise<string>,
  now: () => Date,
): HeadBook {
  const blobOf = (day: Date) => `${folder.replace(/\/+$/, "")}/${day.toISOString().slice(0, 10)}.jsonl`;
  const send = async (
    method: "PUT" | "GET" | "HEAD",
    url: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string,
  ): Promise<Response> =>
    fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${await token(`${new URL(folder).origin}/.default`)}`,
        "x-ms-version": version,
        "x-ms-date": now().toUTCString(),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
  const append = async (blob: string, line: string) =>
    send("PUT", `${blob}?comp=appendblock`, {}, `${line}\n`);
  return {
    append: async (line) => {
      const blob = blobOf(now());
      let response = await append(blob, line);
      if (response.status === 404) {
        // Another replica may make it at the same moment: 409 says that it is there.
        const made = await send("PUT", blob, { "x-ms-blob-type": "AppendBlob", "if-none-match": "*" }, "");
        if (!made.ok && made.status !== 409) throw refused(blob, made);
        response = await append(blob, line);
      }
      if (!response.ok) throw refused(blob, response);
    },
    // Of today and yesterday: whoever was away for longer holds the book against the trail with `audit verify --head`.
    last: async () => {
      for (const daysAgo of [0, 1]) {
        const text = await tailOf(blobOf(new Date(now().getTime() - daysAgo * 86_400_000)), send);
        const head = text === null ? null : lastHead(text);
        if (head) return head;
      }
      return null;
    },
  };
}

async function tailOf(
  blob: string,
  send: (method: "GET" | "HEAD", url: string, headers?: Record<string, string>) => Promise<Response>,
): Promise<string | null> {
  const about = await send("HEAD", blob);
  if (about.status === 404) return null;
  if (!about.ok) throw refused(blob, about);
  const length = Number(about.headers.get("content-length"));
  if (length === 0) return null;
  const range = `bytes=${Math.max(0, length - tailBytes)}-${length - 1}`;
  const response = await send("GET", blob, { "x-ms-range": range });
  if (!response.ok) throw refused(blob, response);
  return response.text();
}

const refused = (blob: string, { status }: Response): Error =>
  new Error(`The storage account answered ${status} for ${blob}.`);
