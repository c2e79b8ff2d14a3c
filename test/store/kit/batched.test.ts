// Many calls as one: nobody is left out, nobody gets another's answer, and a failure is everybody's of that batch.
import { batched } from "../../../src/store/kit/batched.ts";

const lengths = () => {
  const batches: (readonly string[])[] = [];
  const call = batched(0, async (words: readonly string[]) => {
    batches.push(words);
    if (words.includes("bad")) throw new Error("refused");
    return words.map((word) => word.length);
  });
  return { batches, call };
};

test("calls of one moment are one batch, each with its own answer", async () => {
  const { batches, call } = lengths();
  expect(await Promise.all([call("a"), call("bb"), call("ccc")])).toEqual([1, 2, 3]);
  expect(batches).toEqual([["a", "bb", "ccc"]]);
});

test("what comes while a batch is under way is in the next one: it is not answered by what began before", async () => {
  let finish = () => {};
  const batches: (readonly number[])[] = [];
  const call = batched(0, async (items: readonly number[]) => {
    batches.push(items);
    if (batches.length === 1)
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    return items;
  });
  const first = call(1);
  while (batches.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  const [second, third] = [call(2), call(3)];
  finish();
  expect(await Promise.all([first, second, third])).toEqual([1, 2, 3]);
  expect(batches).toEqual([[1], [2, 3]]);
});

test("a failure is told to each of its batch, and the next one goes on", async () => {
  const { call } = lengths();
  const results = await Promise.allSettled([call("bad"), call("a")]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await call("bb")).toBe(2);
});
