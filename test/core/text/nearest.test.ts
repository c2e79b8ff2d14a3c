// Which names are suggested for one that does not exist.
import { nearest } from "../../../src/core/text/nearest.ts";

const clusters = ["prod-1", "prod-2", "staging", "aks-payments-prod"];

test.each([
  ["a letter is missing", "stagng", ["staging"]],
  ["two letters are swapped", "stagign", ["staging"]],
  ["case does not count", "STAGING", ["staging"]],
  ["a wrong number suggests its neighbours in order", "prod-3", ["prod-1", "prod-2"]],
  ["a beginning", "stag", ["staging"]],
  ["a longer name", "staging-aks", ["staging"]],
  ["a part", "payments", ["aks-payments-prod"]],
  ["nothing is alike", "unrelated", []],
  ["a single letter is too little", "p", []],
  ["nothing", "", []],
])("%s: %s", (_, wanted, expected) => {
  expect(nearest(wanted, clusters, 3)).toEqual(expected);
});

test("the closest comes first and the limit holds", () => {
  expect(nearest("prod-2", clusters, 3)).toEqual(["prod-2", "prod-1"]);
  expect(nearest("prod", clusters, 2)).toEqual(["prod-1", "prod-2"]);
});
