// A token that was found good is not looked through again for a while; nothing else is remembered.
import { rememberingGood, type TokenCheckResult } from "../../../src/azure/entra/token-check.ts";

function asked(answers: readonly TokenCheckResult[] = []) {
  const left = [...answers];
  const seen: (string | undefined)[] = [];
  let time = 0;
  const check = rememberingGood(
    async (authorization) => {
      seen.push(authorization);
      return left.shift() ?? { ok: true };
    },
    1_000,
    () => time,
  );
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  return { check, seen, pass };
}

const refused = { ok: false, code: "refused", reason: "no" } as const;
const unavailable = { ok: false, code: "unavailable", reason: "no keys" } as const;

test("good: once within the time, again after it", async () => {
  const { check, seen, pass } = asked();
  await check("Bearer a");
  pass(999);
  expect(await check("Bearer a")).toEqual({ ok: true });
  expect(seen).toHaveLength(1);
  pass(1);
  await check("Bearer a");
  expect(seen).toHaveLength(2);
});

test("a good look does not lengthen the time", async () => {
  const { check, seen, pass } = asked();
  for (let count = 0; count < 5; count += 1) {
    await check("Bearer a");
    pass(400);
  }
  expect(seen).toHaveLength(2);
});

test.each([refused, unavailable])(
  "%o: asked each time, and not let in by what was good before",
  async (bad) => {
    const { check, seen, pass } = asked([bad, bad, { ok: true }, bad]);
    expect(await check("Bearer a")).toEqual(bad);
    expect(await check("Bearer a")).toEqual(bad);
    await check("Bearer a");
    pass(1_000);
    expect(await check("Bearer a")).toEqual(bad);
    expect(await check("Bearer a")).toEqual({ ok: true });
    expect(seen).toHaveLength(5);
  },
);

test("another token is another caller: a letter more or less, none at all", async () => {
  const { check, seen } = asked([{ ok: true }, refused, refused, refused]);
  await check("Bearer a");
  for (const other of ["Bearer aa", "bearer a", undefined]) expect(await check(other)).toEqual(refused);
  expect(seen).toHaveLength(4);
});

test("however many good ones come, few are kept", async () => {
  const { check, seen } = asked();
  for (let count = 0; count < 101; count += 1) await check(`Bearer ${count}`);
  await check("Bearer 0");
  expect(seen).toHaveLength(102);
});
