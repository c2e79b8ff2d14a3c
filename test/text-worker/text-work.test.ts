// Long texts in threads: masked as anywhere, and withheld when a thread takes too long or dies.
import { createTextWork, defaultTextWork, type TextWorkOptions } from "../../src/text-worker/text-work.ts";

const request = { argv: ["kubectl", "logs", "api-0"] };
const line = "2026-11-25T03:12:09Z connecting with password=hunter2 to db\n";
const long = line.repeat(1_000);
const thread = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const parent = 'import { parentPort } from "node:worker_threads";';

async function withWork<T>(
  options: Partial<TextWorkOptions>,
  use: (work: ReturnType<typeof createTextWork>) => Promise<T>,
): Promise<T> {
  const work = createTextWork({ ...defaultTextWork, ...options });
  try {
    return await use(work);
  } finally {
    await work.close();
  }
}

test("a long text is masked in a thread, like a short one at once", () =>
  withWork({}, async (work) => {
    const [short, inThread] = await Promise.all([work.redact(line, request), work.redact(long, request)]);
    expect(short).toMatchObject({ ok: true, redacted: { masked: 1, kinds: { named: 1 }, left: 0 } });
    expect(inThread).toMatchObject({ ok: true, redacted: { masked: 1_000 } });
    expect(inThread.ok && inThread.redacted.text).not.toContain("hunter2");
  }));

test("a file is read in a thread, however short it is", () =>
  withWork({}, async (work) => {
    const object = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: b }\n";
    expect(await work.readFile(object)).toMatchObject({
      ...{ ok: true, read: { ok: true, objects: [{ resource: "configmaps", name: "a", namespace: "b" }] } },
    });
    expect(await work.readFile("a: b: c")).toMatchObject({ ok: true, read: { ok: false } });
  }));

test("a file whose reading does not end is given up", async () => {
  const code = `${parent} parentPort.on("message", () => { for (;;); });`;
  await withWork({ deadlineMs: 1_000, thread: thread(code) }, async (work) =>
    expect(await work.readFile("a: 1")).toEqual({ ok: false, reason: "deadline" }),
  );
});

test("the event loop goes on meanwhile", () =>
  withWork({}, async (work) => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await work.redact(line.repeat(8_000), request);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  }));

test("a thread that does not answer in time is ended, and the next text gets a new one", async () => {
  const code = `${parent} parentPort.on("message", ({ text }) => { if (text.startsWith("slow")) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); parentPort.postMessage({ text: "done" }); });`;
  await withWork({ threads: 1, deadlineMs: 10_000, thread: thread(code) }, async (work) => {
    const [slow, next] = await Promise.all([
      work.redact(`slow ${long}`, request),
      work.redact(long, request),
    ]);
    expect(slow).toEqual({ ok: false, reason: "deadline" });
    expect(next).toEqual({ ok: true, redacted: { text: "done" } });
  });
});

test("a thread that has nothing to do is ended, and what comes later gets a new one", async () => {
  const code = `${parent} let texts = 0; parentPort.on("message", () => { texts += 1; parentPort.postMessage({ text: String(texts) }); });`;
  const one = { ok: true, redacted: { text: "1" } };
  await withWork({ threads: 1, idleMs: 20, thread: thread(code) }, async (work) => {
    const both = await Promise.all([work.redact(long, request), work.redact(long, request)]);
    expect(both).toEqual([one, { ok: true, redacted: { text: "2" } }]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await work.redact(long, request)).toEqual(one);
  });
});

test.each([
  ["throws", `${parent} parentPort.on("message", () => { throw new Error("no"); });`],
  ["ends", `${parent} parentPort.on("message", () => process.exit(1));`],
  ["cannot start", "throw new Error('no');"],
])("a thread that %s takes nothing with it", (_, code) =>
  withWork({ thread: thread(code) }, async (work) => {
    expect(await work.redact(long, request)).toEqual({ ok: false, reason: "failed" });
    expect(await work.redact(line, request)).toMatchObject({ ok: true });
  }),
);

test("more than may wait is refused at once, and after the end everything long is", async () => {
  const code = `${parent} parentPort.on("message", () => {});`;
  const options = { threads: 1, queueLength: 1, deadlineMs: 60_000, thread: thread(code) };
  const [running, refused, late] = await withWork(options, async (work) => {
    const running = work.redact(long, request);
    const waiting = work.redact(long, request);
    const refused = await work.redact(long, request);
    await work.close();
    return [await running, refused, await work.redact(long, request), await waiting] as const;
  });
  expect(running).toMatchObject({ ok: false });
  expect(refused).toEqual({ ok: false, reason: "deadline" });
  expect(late).toEqual({ ok: false, reason: "deadline" });
});

test("a calendar with a rule that fits no day, which its library looks for without end: refused, and the thread is ended", async () => {
  const text = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "DTSTART:20261201T180000Z"],
    ...["RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "END:VEVENT", "END:VCALENDAR"],
  ].join("\r\n");
  await withWork({ deadlineMs: 1_500 }, async (work) => {
    const asked = { text, at: "2026-12-01T23:00:00Z", timeZone: null };
    expect(await work.readCalendar(asked)).toEqual({ ok: false, reason: "deadline" });
  });
});
