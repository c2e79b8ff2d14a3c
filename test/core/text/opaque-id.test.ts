// Ids of runs: their shape, and that nothing of the random bytes is wasted or mistaken.
import { opaqueId } from "../../../src/core/text/opaque-id.ts";

test.each([
  ["zeros", new Uint8Array(10), "R-0000000000"],
  ["every byte its own letter", Uint8Array.from([0, 1, 9, 10, 17, 18, 19, 20, 21, 31]), "R-019AHJKMNZ"],
  ["only five bits of a byte", Uint8Array.from([32, 33, 63, 255, 0, 0, 0, 0, 0, 0]), "R-01ZZ000000"],
  ["more bytes than needed", new Uint8Array(64), "R-0000000000"],
])("%s", (_name, random, id) => {
  expect(opaqueId("R", random)).toBe(id);
});

test("too few random bytes are a mistake", () => {
  expect(() => opaqueId("R", new Uint8Array(9))).toThrow("An id needs 10 random bytes, got 9.");
});
