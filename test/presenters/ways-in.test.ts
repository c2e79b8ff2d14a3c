// Ways in as people read them, also those that an earlier release kept as sentences.
import type { AccessPath } from "../../src/core/access/access-path.ts";
import { pathInWords } from "../diagnosed.ts";

/** Of any release: nothing says that what was kept is as it would be made now. */
const path = (patch: Partial<Record<keyof AccessPath | "title", unknown>>): AccessPath =>
  JSON.parse(
    JSON.stringify({ id: "P13", state: "probable", blockedBy: [], unconfirmed: [], steps: [], ...patch }),
  );

test("a way that an earlier release kept: its sentence and its lines as they stand, under the name of today", () => {
  const kept = {
    title: "Run command",
    reason: "It is switched off.",
    steps: ["# in it:", "kubectl get pods"],
  };
  expect(pathInWords(path(kept))).toEqual({ ...path(kept), title: "Run command through Azure" });
});

test.each([
  [{ title: "By ladder" }, "By ladder"],
  [{}, "P99"],
])("a way that nobody knows here is called as it was kept: %j", (kept, title) => {
  expect(pathInWords(path({ id: "P99", reason: "", ...kept })).title).toBe(title);
});

test("what is no command stands on one line, behind a mark of a comment", () => {
  const steps = [{ is: "connectVpn", gateway: "vgw\nrm -rf ~" }, "kubectl get pods"];
  expect(pathInWords(path({ reason: { is: "vpnUnjudged" }, steps })).steps).toEqual([
    "# connect to the VPN of vgw rm -rf ~; then:",
    "kubectl get pods",
  ]);
});
