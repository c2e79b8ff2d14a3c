// A yes or no as Teams sends it, and the one request by which a file is put where Teams said.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { mostBytes } from "../../../src/core/command/change/read-sent-file.ts";
import { consentOf } from "../../../src/doors/teams/file-consent.ts";
import { createFiles } from "../../../src/doors/teams/files.ts";

const uploadInfo = {
  contentUrl: "https://contoso.sharepoint.com/personal/a/out.txt",
  name: "out.txt",
  uploadUrl: "https://upload.link",
  uniqueId: "1150D938-8870-4044-9F2C-5BBDEBA70C8C",
  fileType: "txt",
};
const context = { v: 1, pending: "Q-7Q2MXA94TB" };
const accept = { type: "fileUpload", action: "accept", context, uploadInfo: { ...uploadInfo, etag: "123" } };

test.each<[string, unknown, unknown]>([
  ["yes", accept, { pending: context.pending, file: uploadInfo }],
  ["no", { type: "fileUpload", action: "decline", context }, { pending: context.pending, file: null }],
  ["another bot's card", { ...accept, context: { filename: "x" } }, null],
  ["a yes to nowhere", { ...accept, uploadInfo: undefined }, null],
  [
    "an address without end",
    { ...accept, uploadInfo: { ...uploadInfo, uploadUrl: "h".repeat(5_000) } },
    null,
  ],
  ["something else", { ...accept, action: "perhaps" }, null],
  ["nothing", undefined, null],
])("%s", (_what, value, consent) => {
  expect(consentOf(value)).toEqual(consent);
});

test.each([
  ["https://contoso-my.sharepoint.com/personal/x/_api/upload?guid=1", true],
  ["https://contoso-my.sharepoint.com:444/x", false],
  ["http://contoso-my.sharepoint.com/x", false],
  ["https://sharepoint.com.evil.example/x", false],
  ["https://evilsharepoint.com/x", false],
  ["https://me:secret@contoso.sharepoint.com/x", false],
  ["https://169.254.169.254/metadata", false],
  ["file:///etc/passwd", false],
  ["not an address", false],
])("%s is trusted: %s", (url, trusted) => {
  expect(createFiles([".sharepoint.com"]).isTrusted(url)).toBe(trusted);
});

test("without hosts no files are possible", () => {
  expect([createFiles([]).possible, createFiles([".sharepoint.com"]).possible]).toEqual([false, true]);
});

describe("put", () => {
  let server: Server;
  let base = "";
  const requests: unknown[] = [];
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { method, url, headers } = request;
      const { "content-range": range, authorization } = headers;
      requests.push({ method, url, range, authorization, body: await text(request) });
      const status = Number(url?.slice(1));
      if (status === 0) return void request.socket.destroy();
      response.writeHead(status, status === 302 ? { location: "/201" } : {});
      response.end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  test("one request with the whole of it, and no token", async () => {
    expect(await createFiles([]).put(`${base}/201`, "äb")).toEqual({ ok: true });
    expect(requests).toEqual([{ method: "PUT", url: "/201", range: "bytes 0-2/3", body: "äb" }]);
  });

  test.each([
    ["507", { ok: false, code: "HTTP 507" }],
    ["302", { ok: false, code: "no connection" }],
    ["0", { ok: false, code: "no connection" }],
  ])("answered with %s: once, and not gone elsewhere", async (status, outcome) => {
    requests.length = 0;
    expect(await createFiles([]).put(`${base}/${status}`, "x")).toEqual(outcome);
    expect(requests).toHaveLength(1);
  });
});

describe("get", () => {
  let server: Server;
  let base = "";
  let written = 0;
  const asked: unknown[] = [];
  const bodies: Readonly<Record<string, readonly Buffer[]>> = {
    "/web.yaml": [Buffer.from("kind: "), Buffer.from("Pod\u00e4")],
    "/most": [Buffer.alloc(mostBytes, "a")],
    "/more": [Buffer.alloc(mostBytes + 1, "a")],
    "/latin1": [Buffer.from([0x61, 0xe4, 0x62])],
  };
  beforeAll(async () => {
    server = createServer(({ method, url = "", headers }, response) => {
      asked.push({ method, url, authorization: headers.authorization });
      if (url === "/elsewhere") response.writeHead(302, { location: "/web.yaml" });
      if (url === "/endless") {
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(16_384, "a"))) written += 16_384;
        };
        response.on("drain", more);
        return more();
      }
      if (url === "/packed") {
        response.writeHead(200, { "content-encoding": "gzip" });
        return void response.end(gzipSync(Buffer.alloc(256 * mostBytes, "a")));
      }
      const body = bodies[url];
      if (url !== "/elsewhere") response.writeHead(body === undefined ? 404 : 200);
      for (const part of body ?? []) response.write(part);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each<[string, unknown]>([
    ["/web.yaml", { ok: true, text: "kind: Pod\u00e4" }],
    ["/most", { ok: true, text: "a".repeat(mostBytes) }],
    ["/more", { ok: false, why: { is: "fileTooLong", most: mostBytes } }],
    ["/packed", { ok: false, why: { is: "fileTooLong", most: mostBytes } }],
    ["/latin1", { ok: false, why: { is: "fileNoText" } }],
    ["/none", { ok: false, why: { is: "fileNotGot", code: "HTTP 404" } }],
    ["/elsewhere", { ok: false, why: { is: "fileNotGot", code: "no connection" } }],
  ])("%s, once and without a token", async (path, got) => {
    asked.length = 0;
    expect(await createFiles([]).get(`${base}${path}`)).toEqual(got);
    expect(asked).toEqual([{ method: "GET", url: path, authorization: undefined }]);
  });

  test("what has no end is not read to it", async () => {
    const got = await createFiles([]).get(`${base}/endless`);
    expect(got).toEqual({ ok: false, why: { is: "fileTooLong", most: mostBytes } });
    // What the system holds on its way, but no more.
    expect(written).toBeLessThan(256 * mostBytes);
  });
});
