// A question that is claimed with its answer, on both databases: one write, one answer, in its turn like any other.
import type { Delivery } from "../../../src/core/delivery/message.ts";
import type { OpenedStore } from "../../../src/store/open-store.ts";
import { newFolder } from "../new-folder.ts";
import { type Databases, databases } from "../postgres-server.ts";
import { conversation, eventually, handlers, message, opened, question } from "../samples.ts";

let server: Databases;
beforeAll(async () => {
  server = await databases();
});
afterAll(() => server.stop());

const done = { next: { step: "done", messageId: "m1" }, personal: null } as const;

describe.each([
  ["PGlite", async () => ({ dataDir: await newFolder() })],
  ["PostgreSQL", async () => ({ databaseUrl: await server.newDatabase() })],
] as const)("%s", (_name, place) => {
  let product: OpenedStore;
  const shown: Delivery[] = [];
  beforeAll(async () => {
    product = await opened(await place());
    await product.jobs.start(
      handlers({
        deliver: async (delivery) => {
          shown.push(delivery);
          return done;
        },
      }),
    );
  });
  afterAll(() => product.close());
  const keys = () => shown.map(({ key }) => key);

  test("claimed, shown once, and closed: nobody answers it again", async () => {
    const [asked, answer] = [question(), message()];
    expect(await product.store.claimQuestion(asked, answer)).toBe(true);
    expect(await product.store.tell(asked.key, [message()])).toBe(false);
    await eventually(() => keys().includes(answer.key));
    expect(shown.at(-1)).toMatchObject({ ...answer, version: 1, broken: 0, unsure: 0 });
    expect(keys()).toEqual([answer.key]);
  });

  test("delivered by Teams again and again: claimed once, answered once", async () => {
    const asked = question();
    const answers = [message(), message(), message()];
    const claims = await Promise.all(answers.map((answer) => product.store.claimQuestion(asked, answer)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    const mine = () => keys().filter((key) => answers.some((answer) => answer.key === key));
    await eventually(() => mine().length > 0);
    expect(mine()).toHaveLength(1);
  });

  test("many at once in one place: each once, one after the other", async () => {
    const to = conversation();
    const answers = Array.from({ length: 4 }, () => message({ to }));
    await Promise.all(answers.map((answer) => product.store.claimQuestion(question(), answer)));
    const mine = () => keys().filter((key) => answers.some((answer) => answer.key === key));
    await eventually(() => mine().length === 4);
    expect(new Set(mine()).size).toBe(4);
  });
});
