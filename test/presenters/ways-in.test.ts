// Ways in as people read them.
import type { AccessPath } from "../../src/core/access/access-path.ts";
import { pathInWords } from "../diagnosed.ts";

/** Of any release: nothing says that what was kept is as it would be made now. */
const path = (patch: Partial<Record<keyof AccessPath | "title", unknown>>): AccessPath =>
  JSON.parse(
    JSON.stringify({ id: "P13", state: "probable", blockedBy: [], unconfirmed: [], steps: [], ...patch }),
  );

test("a way that nobody knows here is called by its id", () => {
  expect(pathInWords(path({ id: "P99", reason: "" })).title).toBe("P99");
});

test("what is no command stands on one line, behind a mark of a comment", () => {
  const steps = [{ is: "connectVpn", gateway: "vgw\nrm -rf ~" }, "kubectl get pods"];
  expect(pathInWords(path({ reason: { is: "vpnUnjudged" }, steps })).steps).toEqual([
    "# connect to the VPN of vgw rm -rf ~; then:",
    "kubectl get pods",
  ]);
});
