// What comes out of a body is data and nothing else: no key of it reaches a prototype, at whatever depth it stands.
import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { z } from "zod";
import { azureMonitor } from "../../../src/core/alert/sources/azure-monitor.ts";
import { readCardAction } from "../../../src/core/conversation/card-action.ts";
import { readJsonBody } from "../../../src/doors/http/http.ts";
import { alertBody, alertIn } from "../../fixtures/alerts.ts";

async function read(text: string): Promise<unknown> {
  const headers = { "content-type": "application/json", "content-length": String(text.length) };
  const request = Object.assign(Readable.from([Buffer.from(text)]), { headers });
  const body = await readJsonBody(request as unknown as IncomingMessage, 10_000);
  return body.ok ? body.value : body.reply.status;
}

const evil = '{"polluted":true,"type":"message","verb":"help","v":1}';

test.each([
  ["at the top", `{"a":1,"__proto__":${evil}}`, { a: 1 }],
  ["written with an escape", `{"a":1,"\\u005f_proto__":${evil}}`, { a: 1 }],
  ["twice", `{"__proto__":${evil},"a":1,"__proto__":null}`, { a: 1 }],
  ["below a field", `{"a":{"__proto__":${evil},"b":2}}`, { a: { b: 2 } }],
  ["in a list", `{"a":[{"__proto__":${evil}},[{"__proto__":${evil},"b":2}]]}`, { a: [{}, [{ b: 2 }]] }],
  ["below another of its kind", `{"__proto__":{"__proto__":${evil}},"a":1}`, { a: 1 }],
  ["as a list", '{"__proto__":[],"a":1}', { a: 1 }],
  ["as null", '{"__proto__":null,"a":1}', { a: 1 }],
])("a prototype %s is dropped", async (_name, text, expected) => {
  const value = await read(text);
  expect(value).toEqual(expected);
  expect(JSON.stringify(value)).toBe(JSON.stringify(expected));
  // Every way to copy an object: none of them may give it what was sent as its prototype.
  const copies = [
    value,
    { ...Object(value) },
    Object.assign({}, value),
    z.looseObject({}).parse(value),
    merged(value),
  ];
  for (const copy of copies) expect("polluted" in Object(copy)).toBe(false);
  expect("polluted" in {}).toBe(false);
});

/** As careless code merges: key by key, by assignment. */
function merged(value: unknown): Record<string, unknown> {
  const target: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(Object(value))) {
    target[key] =
      typeof inner === "object" && inner !== null && !Array.isArray(inner) ? merged(inner) : inner;
  }
  return target;
}

test("words that every object answers to stay what they are: fields", async () => {
  const text =
    '{"constructor":{"prototype":{"polluted":true}},"prototype":1,"hasOwnProperty":null,"toString":[]}';
  expect(JSON.stringify(await read(text))).toBe(text);
  expect("polluted" in {}).toBe(false);
});

test.each([
  ["lists", "[".repeat(300) + "]".repeat(300), 400],
  ["objects", `${'{"a":'.repeat(300)}1${"}".repeat(300)}`, 400],
  ["lists, as deep as any message", "[".repeat(100) + "]".repeat(100), expect.any(Array)],
])("nested deeper than whoever goes over it may follow: %s", async (_, text, expected) => {
  expect(await read(text)).toEqual(expected);
});

describe("a press out of such a body", () => {
  test.each([
    ["nothing but a prototype", `{"__proto__":${evil}}`],
    ["a constructor", `{"constructor":${evil}}`],
    ["a prototype below", `{"v":1,"verb":{"__proto__":"help"}}`],
  ])("%s is none", async (_name, text) => {
    expect(readCardAction(await read(text))).toBeNull();
  });
});

describe("an alert out of such a body", () => {
  const { data, ...rest } = alertBody() as { data: { essentials: object } };

  test.each([
    ["all of it in a prototype", `{"__proto__":${JSON.stringify(alertBody())}}`],
    ["its data", JSON.stringify(rest).replace(/\}$/, `,"__proto__":{"data":${JSON.stringify(data)}}}`)],
    [
      "its essentials",
      JSON.stringify({ ...rest, data: { essentials: {} } }).replace(
        "{}",
        `{"__proto__":${JSON.stringify(data.essentials)}}`,
      ),
    ],
  ])("%s: refused", async (_name, text) => {
    expect(azureMonitor.parse(await read(text))).toMatchObject({ ok: false });
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "from a service called %s: taken, without a reason",
    async (service) => {
      const text = JSON.stringify(alertBody({ monitoringService: service }));
      expect(alertIn(azureMonitor, await read(text))).toMatchObject({ service, reason: null });
    },
  );
});
