// The measure itself tells linear from quadratic.
import { expectLinear } from "./growth.ts";

const spin = (steps: number) => {
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum = (sum + step * 7) % 1_000_003;
  return sum;
};

test("linear work passes", () => {
  expectLinear((size) => spin(size * 1_000), 1_500);
});

test("quadratic work does not", () => {
  expect(() => expectLinear((size) => spin(size * size), 2_000, 5)).toThrow(
    /^Twice the input took [3-9]\.\d times/,
  );
});
