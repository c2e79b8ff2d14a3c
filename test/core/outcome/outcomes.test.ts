// Several findings as one.

import type { Fix } from "../../../src/core/fix/write/fix.ts";
import {
  combine,
  type Fact,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  warn,
} from "../../../src/core/outcome/check.ts";
import { columns } from "../../../src/core/outcome/columns.ts";

const fix = (node: string): Fix => ({
  steps: [{ kind: "uncordonNode", node }],
  risks: [{ is: "nodesCost" }],
  disruptive: false,
  roles: [{ role: "Contributor", on: ["rg-prod"] }],
});
const good = pass({ is: "good" });
const bad = fail({ is: "bad" }, { fix: fix("mend") });
const odd = warn({ is: "odd" });
const open = notAssessed({ is: "open" }, [{ action: "read", scope: "/" }]);
const none = notApplicable({ is: "none" });

test.each<[string, Outcome<Fact>[], boolean, Outcome["status"]]>([
  ["all good", [good, good], false, "pass"],
  ["none bad", [good, none], false, "pass"],
  ["one bad beside one good", [bad, good], false, "warn"],
  ["one bad beside one odd", [bad, odd], false, "warn"],
  ["one bad beside one good, where all must do", [bad, good], true, "fail"],
  ["one bad beside an open one, which may do", [bad, open], false, "notAssessed"],
  ["one bad beside an open one, where all must do", [bad, open], true, "fail"],
  ["all bad", [bad, bad], false, "fail"],
  ["an open one", [good, open], false, "notAssessed"],
  ["an odd one", [good, odd], false, "warn"],
  ["nothing that applies", [none, none], false, "notApplicable"],
])("%s", (_name, outcomes, strict, status) => {
  expect(combine(outcomes, strict).status).toBe(status);
});

test("what is said twice is said once, and all fixes are kept", () => {
  const seen = columns(1);
  const other = fail({ is: "worse" }, { evidence: [seen], fix: { ...fix("repair"), disruptive: true } });
  expect(combine<Fact>([bad, bad, other], true)).toMatchObject({
    status: "fail",
    facts: [{ is: "bad" }, { is: "worse" }],
    evidence: [seen],
    fix: {
      steps: [
        { kind: "uncordonNode", node: "mend" },
        { kind: "uncordonNode", node: "repair" },
      ],
      risks: [{ is: "nodesCost" }],
      disruptive: true,
      roles: [{ role: "Contributor", on: ["rg-prod"] }],
    },
  });
});
