// Heads in append blobs, against a local storage account that answers as the REST reference describes.
import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { blobBook } from "../../../src/azure/arm/append-blob.ts";
import { headLine } from "../../../src/core/audit/anchor.ts";

let server: Server;
let origin: string;
let blobs: Map<string, string>;
let asked: string[];
let status: number | null;
let day: Date;

beforeEach(async () => {
  [blobs, asked, status, day] = [new Map(), [], null, new Date("2026-11-25T23:59:00Z")];
  server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", origin);
    const body = await text(request);
    const { headers, method } = request;
    asked.push(`${method} ${request.url} ${headers.authorization}`);
    const end = (code: number, said = "", more = {}) => {
      // Not chained: the product's HTTP server, loaded in the same process, replaces writeHead by one that returns nothing.
      response.writeHead(code, more);
      response.end(said);
    };
    if (status !== null) return end(status);
    if (!headers["x-ms-version"] || !headers["x-ms-date"]) return end(400);
    const blob = blobs.get(pathname);
    if (method === "PUT" && searchParams.get("comp") !== "appendblock") {
      if (headers["x-ms-blob-type"] !== "AppendBlob" || body !== "") return end(400);
      if (blob !== undefined && headers["if-none-match"] === "*") return end(409);
      blobs.set(pathname, "");
      return end(201);
    }
    if (blob === undefined) return end(404);
    if (method === "PUT") {
      blobs.set(pathname, blob + body);
      return end(201);
    }
    if (method === "HEAD") return end(200, "", { "content-length": Buffer.byteLength(blob) });
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(String(headers["x-ms-range"])) ?? [];
    return end(206, blob.slice(Number(from), Number(to) + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const book = () =>
  blobBook(
    `${origin}/audit/heads/`,
    async (scope) => `for-${scope}`,
    () => day,
  );
const head = (seq: number) => ({ seq, hash: "a".repeat(64) });
const line = (seq: number) => headLine(head(seq), day);

test("the first line of a day makes its blob, and the others follow", async () => {
  for (const seq of [1, 2]) await book().append(line(seq));
  day = new Date("2026-11-26T00:00:00Z");
  await book().append(line(3));
  expect([...blobs.keys()]).toEqual(["/audit/heads/2026-11-25.jsonl", "/audit/heads/2026-11-26.jsonl"]);
  expect(blobs.get("/audit/heads/2026-11-25.jsonl")?.split("\n")).toHaveLength(3);
  expect(asked[0]).toBe(`PUT /audit/heads/2026-11-25.jsonl?comp=appendblock Bearer for-${origin}/.default`);
});

test("two replicas that make it at once lose no line", async () => {
  await Promise.all([1, 2, 3, 4].map((seq) => book().append(line(seq))));
  expect(blobs.get("/audit/heads/2026-11-25.jsonl")?.trim().split("\n")).toHaveLength(4);
});

test("the last line is found, of today or yesterday, at the end of a long blob", async () => {
  expect(await book().last()).toBeNull();
  for (let seq = 1; seq <= 3; seq += 1) await book().append(line(seq));
  blobs.set("/audit/heads/2026-11-25.jsonl", `${`${line(9)}\n`.repeat(2_000)}${line(3)}\n`);
  expect(await book().last()).toEqual(head(3));
  day = new Date("2026-11-26T08:00:00Z");
  expect(await book().last()).toEqual(head(3));
  blobs.set("/audit/heads/2026-11-26.jsonl", "");
  expect(await book().last()).toEqual(head(3));
});

test.each([403, 412, 500])("%i: thrown with the blob, and never with the token", async (code) => {
  status = code;
  const refused = `The storage account answered ${code} for ${origin}/audit/heads/2026-11-25.jsonl.`;
  await expect(book().append(line(1))).rejects.toThrow(refused);
  await expect(book().last()).rejects.toThrow(refused);
});
