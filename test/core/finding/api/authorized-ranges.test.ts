// The list of authorized ranges as a whole, since az replaces it.
import { authorize } from "../../../../src/core/finding/api/authorized-ranges.ts";
import { linesOf } from "../../../../src/core/fix/write/fix.ts";
import { changed, setAccess } from "../../../fixtures/snapshot-changes.ts";
import { publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { saidUnread } from "../../../said.ts";

const fixFor = (count: number) => {
  const authorizedIpRanges = Array.from({ length: count }, (_, index) => `20.40.${index}.0/24`);
  const { managedCluster } = changed(publicRanges, setAccess({ authorizedIpRanges }));
  if (managedCluster.status === "unavailable") throw new Error(saidUnread(managedCluster));
  const fix = authorize(managedCluster.data, ["20.50.0.9"], { is: "apiOpenedToAddress" });
  return fix && linesOf(fix);
};

test("AKS takes 200 ranges, so no command is printed that would add another", () => {
  expect(fixFor(199)).toEqual([expect.stringContaining(",20.50.0.9/32")]);
  expect(fixFor(200)).toBeNull();
});
