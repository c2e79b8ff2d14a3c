// An answer tells the gravest of many walks; what is judged is all of them, and nothing that was not asked.
import { traceOf } from "../../../src/core/network/model/step.ts";
import { evaluate, type Requirement, truncateWalks } from "../../../src/core/requirement/requirement.ts";
import { apiIp, changed, networkId, places, unread } from "../network/topology.ts";

const need = (...names: readonly (keyof typeof places)[]): Requirement => ({
  id: "people.api",
  for: "people",
  enough: "each",
  ways: names.map((name) => [
    { ask: "connection", flow: { from: places[name], to: apiIp, protocol: "Tcp", port: 443 } },
  ]),
});

test("of thirty walks all are judged, and twenty-four told, with the one that is open first", () => {
  const names = [...Array.from({ length: 29 }, () => "jump" as const), "desks" as const];
  const judged = evaluate(changed(unread("networks", networkId("far"))), need(...names));
  expect([judged.end, judged.walks.length]).toEqual(["unknown", 30]);
  const { end, walks } = truncateWalks(judged);
  expect([end, walks.length, walks[0]?.from]).toEqual(["unknown", 24, "desks"]);
});

test.each([
  ["a need without questions", evaluate(changed(), need()).end],
  ["a trace without steps", traceOf([]).end],
])("%s is not delivered", (_what, end) => {
  expect(end).toBe("unknown");
});
