// Anybody may ask whether the product is ready: the database is asked once a second, and what it says is not old.
import type { Kysely } from "kysely";
import { createReadiness } from "../../../src/store/kit/readiness.ts";
import type { Tables } from "../../../src/store/kit/tables.ts";

/** A database that counts how often it is asked, and is gone from the third time on. */
function database() {
  let asked = 0;
  const executor = {
    transformQuery: (node: unknown) => node,
    compileQuery: () => ({ sql: "", parameters: [], query: {} }),
    executeQuery: async () => {
      asked += 1;
      if (asked > 2) throw new Error("gone");
      return { rows: [{ off: false }] };
    },
  };
  return { db: { getExecutor: () => executor } as unknown as Kysely<Tables>, asked: () => asked };
}

test("fifty who ask within a second cost one question; after it the next is asked", async () => {
  let now = 0;
  const { db, asked } = database();
  const readiness = createReadiness(() => now);
  const ask = async (count: number) => {
    const said: (string | null)[] = [];
    for (let n = 0; n < count; n += 1) said.push(await readiness.problem(db));
    return new Set(said);
  };
  expect(await ask(50)).toEqual(new Set([null]));
  expect(asked()).toBe(1);
  now += 1_001;
  expect(await ask(50)).toEqual(new Set([null]));
  expect(asked()).toBe(2);
  now += 1_001;
  expect(await ask(50)).toEqual(new Set(["The database does not answer."]));
  expect(asked()).toBe(3);
});
