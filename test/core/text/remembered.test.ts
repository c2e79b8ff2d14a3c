// What is kept of texts is kept for the short ones, whoever sends the long ones.
import { remembered } from "../../../src/core/text/remembered.ts";

function counting() {
  let read = 0;
  const length = remembered((text: string) => {
    read += 1;
    return text.length;
  });
  return { length, read: () => read };
}

test("the same text is read once", () => {
  const { length, read } = counting();
  expect([length("10.0.0.0/8"), length("10.0.0.0/8"), read()]).toEqual([10, 10, 1]);
});

test("a text that is no id is answered and not kept", () => {
  const { length, read } = counting();
  const long = "x".repeat(1_000_000);
  expect([length(long), length(long), read()]).toEqual([1_000_000, 1_000_000, 2]);
});
