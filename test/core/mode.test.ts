// Mode by mode, what it lets through; and the sentence for what it does not.
import {
  type Activity,
  type Mode,
  type ModeForbids,
  type ModeInForce,
  whyModeForbids,
} from "../../src/core/mode.ts";
import { saidDenial } from "../said.ts";

const megan = { objectId: "o", tenantId: "t", displayName: "Megan Bowen" };
const inForce = (mode: Mode, reason: string | null = "upgrade freeze."): ModeInForce => ({
  mode,
  setBy: megan,
  since: "2026-07-27T01:10:59.000Z",
  reason,
});

const said = (why: ModeForbids | null) => why && saidDenial(why);

test.each<[Mode, Activity, boolean]>([
  ["full", "read", true],
  ["full", "command", true],
  ["diagnose", "read", true],
  ["diagnose", "command", false],
  ["off", "read", false],
  ["off", "command", false],
])("mode %s, %s: %p", (mode, activity, allowed) => {
  expect(whyModeForbids(inForce(mode), activity) === null).toBe(allowed);
});

test.each<Activity>(["read", "command"])("a mode that could not be read forbids %s", (activity) => {
  expect(said(whyModeForbids(null, activity))).toBe(
    "My database does not tell me which mode is in force, so I did nothing. Try again in a minute.",
  );
});

test("says who set it, when and why", () => {
  expect(said(whyModeForbids(inForce("diagnose"), "command"))).toBe(
    "No command is sent into a cluster: Megan Bowen set mode diagnose on 2026-07-27 01:10 UTC; reason: upgrade freeze.",
  );
  expect(said(whyModeForbids(inForce("off", null), "read"))).toBe(
    "I am switched off: Megan Bowen set mode off on 2026-07-27 01:10 UTC; no reason given.",
  );
});
