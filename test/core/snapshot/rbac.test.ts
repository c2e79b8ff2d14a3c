// Azure's rule for actions: any entry may allow, and only its own exclusions count.
import { isAllowed } from "../../../src/core/snapshot/rights.ts";

const entry = (actions: readonly string[], notActions: readonly string[] = []) => ({
  actions,
  notActions,
  dataActions: [],
  notDataActions: [],
});
const run = "Microsoft.ContainerService/managedClusters/runCommand/action";

test.each([
  ["Owner", [entry(["*"])], true],
  ["the action itself, in another case", [entry([run.toUpperCase()])], true],
  ["a pattern", [entry(["Microsoft.ContainerService/*/action"])], true],
  ["Reader", [entry(["*/read"])], false],
  ["excluded", [entry(["*"], ["*/runcommand/*"])], false],
  ["excluded here, allowed there", [entry(["*"], ["*/runcommand/*"]), entry([run])], true],
  ["a longer action", [entry([`${run}s`])], false],
  ["a dot is a dot", [entry(["MicrosoftXContainerService/*"])], false],
  ["nothing", [], false],
])("%s: %j → %s", (_name, entries, allowed) => {
  expect(isAllowed(entries, run)).toBe(allowed);
});

test("data actions are another matter", () => {
  expect(isAllowed([{ ...entry([]), dataActions: ["*"] }], run)).toBe(false);
});
