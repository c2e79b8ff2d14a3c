// Ages as kubectl prints them.
import { humanDuration, since } from "../../../simulator/kubernetes/age.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [-5 * second, "<invalid>"],
  [0, "0s"],
  [119 * second, "119s"],
  [2 * minute, "2m"],
  [5 * minute + 3 * second, "5m3s"],
  [10 * minute + 3 * second, "10m"],
  [3 * hour + 5 * minute, "3h5m"],
  [8 * hour + 5 * minute, "8h"],
  [47 * hour, "47h"],
  [2 * day + 4 * hour, "2d4h"],
  [8 * day + 4 * hour, "8d"],
  [400 * day, "400d"],
  [731 * day, "2y1d"],
  [9 * 365 * day, "9y"],
])("%d ms is %s", (milliseconds, expected) => {
  expect(humanDuration(milliseconds)).toBe(expected);
});

test("an absent timestamp has no age", () => {
  expect(since("", new Date())).toBe("<unknown>");
});
