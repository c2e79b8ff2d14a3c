// "Is this address, or this range, let in?"
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { whetherAllowed } from "../../../src/core/diagnosis/whether-allowed.ts";
import {
  type Change,
  changed,
  clusterDenied,
  publicRanges,
  setAccess,
  setClient,
  setHubPeering,
} from "../../fixtures/snapshots.ts";

const isAddress = (of: string): boolean => !of.includes("/");

function asked(of: string, ...changes: readonly Change[]) {
  const snapshot = changed(...changes, setClient(isAddress(of) ? { ip: of } : {}));
  return whetherAllowed(snapshot, diagnose(snapshot), of);
}

const ranges = (...authorizedIpRanges: readonly string[]): readonly Change[] => [
  publicRanges,
  setAccess({ authorizedIpRanges }),
];
const few = ranges("20.40.0.0/24", "20.60.1.2/32", "2603:1020::/32");

describe("by the authorized ranges", () => {
  test.each([
    ["an address in one", few, "20.40.0.9", "yes", { is: "inRanges", ranges: ["20.40.0.0/24"] }],
    ["an address in none", few, "20.41.0.9", "no", { is: "inNone" }],
    ["a range that is one", few, "20.40.0.0/24", "yes", { is: "inRanges", ranges: ["20.40.0.0/24"] }],
    ["a range inside one", few, "20.40.0.128/25", "yes", { is: "inRanges", ranges: ["20.40.0.0/24"] }],
    ["a range beside them", few, "20.40.1.0/24", "no", { is: "inNone" }],
    ["a range around one", few, "20.40.0.0/23", "partly", { is: "inPart", parts: ["20.40.0.0/24"] }],
    [
      "a range around several",
      few,
      "20.0.0.0/8",
      "partly",
      { is: "inPart", parts: ["20.40.0.0/24", "20.60.1.2/32"] },
    ],
    [
      "a range of which two hold a half each, and a third a part of one",
      ranges("20.40.0.0/25", "20.40.0.128/25", "20.40.0.7/32"),
      "20.40.0.0/24",
      "yes",
      { is: "inRanges", ranges: ["20.40.0.0/25", "20.40.0.128/25"] },
    ],
    [
      "a range of which one address is not held",
      ranges("20.40.0.0/31", "20.40.0.2/32"),
      "20.40.0.0/30",
      "partly",
      { is: "inPart", parts: ["20.40.0.0/31", "20.40.0.2/32"] },
    ],
    [
      "the same entry twice holds no more",
      ranges("20.40.0.0/25", "20.40.0.0/25"),
      "20.40.0.0/24",
      "partly",
      { is: "inPart", parts: ["20.40.0.0/25"] },
    ],
    ["perhaps in a service tag", ranges("AzureDevOps"), "20.40.0.0/24", "unknown", { is: "perhapsInTag" }],
    ["a private address", few, "10.1.2.3", "unknown", { is: "privateSpace" }],
    ["a private range", few, "10.0.0.0/16", "unknown", { is: "privateSpace" }],
    ["everything", few, "0.0.0.0/0", "partly", { is: "inPart", parts: ["20.40.0.0/24", "20.60.1.2/32"] }],
    ["where there are none", ranges(), "20.40.0.0/24", "yes", { is: "openToAll" }],
    ["of a cluster that cannot be read", [clusterDenied], "20.40.0.9", "unknown", { is: "unread" }],
  ])("%s", (_what, changes, of, is, fact) => {
    expect(asked(of, ...changes)).toEqual({ of, is, fact });
  });
});

describe("a private API server, by the way from there", () => {
  test.each([
    ["in a network that leads there", [], "10.0.0.5", "yes", { is: "wayThrough" }],
    [
      "in a network whose peering is cut",
      [setHubPeering({ peeringState: "Disconnected" })],
      "10.0.0.5",
      "no",
      { is: "wayStopped" },
    ],
    ["on the Internet", [], "20.50.9.9", "no", { is: "nowhereNear", mayBeLearned: false }],
    ["a range, whichever", [], "20.50.9.0/24", "unknown", { is: "rangeNotWalked" }],
    [
      "ranges have no effect",
      [setAccess({ authorizedIpRanges: ["20.50.9.0/24"] })],
      "20.50.9.9",
      "no",
      { is: "nowhereNear", mayBeLearned: false },
    ],
  ])("%s", (_what, changes, of, is, fact) => {
    expect(asked(of, ...changes)).toEqual({ of, is, fact });
  });
});
