// Why AKS did not run a command, out of its words.
import { isPodRefused, podTrouble } from "../../../src/core/run/failure.ts";

test.each([
  ["ImagePullBackoff", "image"],
  ["ErrImagePull", "image"],
  ['Failed to pull image "mcr.microsoft.com/aks/command/runtime:v1": i/o timeout', "image"],
  ["Unschedulable - 0/1 nodes are available: 1 Insufficient memory.", "noNode"],
  ["0/3 nodes are available: 3 node(s) had untolerated taint {a: b}", "noNode"],
  ['pods "command-1" is forbidden: exceeded quota: q, requested: pods=1', "quota"],
  ["container command-1 in aks-command did not start within 30s", "notInTime"],
  ["context deadline exceeded", "notInTime"],
  ["", undefined],
  ["OutOfTheOrdinary", undefined],
])("%j: %s", (said, is) => {
  expect(podTrouble(said)?.is).toBe(is);
});

test.each([
  ['admission webhook "validation.gatekeeper.sh" denied the request: no', "validation.gatekeeper.sh"],
  ['admission webhook \\"a.b\\" denied the request', "a.b"],
  ["an admission webhook denied it", null],
])("the webhook of %j is %s", (said, name) => {
  expect(podTrouble(said)).toEqual({ is: "webhook", name });
  expect(isPodRefused(said)).toBe(true);
});

test("a pod that was made may have run", () => {
  expect(isPodRefused("ImagePullBackoff")).toBe(false);
});
