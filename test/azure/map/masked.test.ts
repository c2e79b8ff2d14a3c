// Free text that somebody wrote into Azure is kept and shown, so what looks like a secret is masked before.
import { masked } from "../../../src/azure/map/fields.ts";
import { mapPrivateEndpointConnection } from "../../../src/azure/map/networks.ts";

test.each([
  [undefined, undefined],
  [null, undefined],
  ["", undefined],
  ["turned down by the network team", "turned down by the network team"],
  ["no, password=hunter2Secret99x", "no, password=[masked]"],
])("%s", (text, expected) => {
  expect(masked(text)).toBe(expected);
});

test("it is cut after masking", () => {
  expect(masked("x".repeat(1_000))).toMatch(/^x{299}…$/);
});

test("why somebody turned an endpoint's connection down", () => {
  const state = { status: "Rejected", description: "no, password=hunter2Secret99x" };
  expect(mapPrivateEndpointConnection({ privateLinkServiceConnectionState: state }).description).toBe(
    "no, password=[masked]",
  );
});
