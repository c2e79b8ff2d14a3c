// A check sees the sections that it names, and nothing at all while one of them is missing.
import { defineCheck } from "../../../src/core/finding/kit/define-check.ts";
import { pass } from "../../../src/core/outcome/check.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import { changed } from "../../fixtures/snapshot-changes.ts";
import { clusterDenied, deny } from "../../fixtures/snapshot-variants.ts";

const texts = {
  id: "dns.zone-exists",
  title: "A check",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
  why: "To test.",
  remediation: "Nothing.",
  source: "https://learn.microsoft.com/azure/aks/",
  after: [],
} as const;

const zoneCheck = defineCheck({
  ...texts,
  needs: ["privateDnsZone", "privateDnsLinks"],
  looksAt: ["resourceHealth"],
  evaluate: ({ privateDnsZone, privateDnsLinks, resourceHealth, ...rest }) => {
    // @ts-expect-error: a section that the check did not ask for is not there.
    const other: unknown = rest.jumpHosts;
    return pass({
      is: `${privateDnsZone?.name} ${privateDnsLinks.length} ${resourceHealth.status} ${typeof other}`,
    });
  },
});

test("named sections arrive as data, looked-at ones as they are, others not at all", () => {
  expect(zoneCheck.evaluate(healthy).facts[0]?.is).toMatch(/azmk8s\.io 2 collected undefined$/);
  expect(zoneCheck.evaluate(changed(deny("resourceHealth"))).facts[0]?.is).toMatch(/unavailable undefined$/);
});

test("a missing section is never a pass: action and scope are said, and all missing rights are listed once", () => {
  const first = { action: "zones/read", scope: "/zone" };
  const second = { action: "links/read", scope: "/zone" };
  const both = changed(deny("privateDnsZone", first), deny("privateDnsLinks", second));
  expect(zoneCheck.evaluate(both)).toEqual({
    status: "notAssessed",
    facts: [{ is: "unread", why: "The privateDnsZone could not be read.", needs: [first, second] }],
    needs: [first, second],
  });
  expect(
    zoneCheck.evaluate(changed(deny("privateDnsZone", first), deny("privateDnsLinks", first))),
  ).toMatchObject({
    needs: [first],
  });
});

test("whether a check applies is asked of the cluster first", () => {
  const skipped = defineCheck({
    ...texts,
    needs: ["privateDnsZone"],
    skip: () => ({ is: "namePublic" }),
    evaluate: () => pass({ is: "never" }),
  });
  expect(skipped.evaluate(changed(deny("privateDnsZone")))).toEqual({
    status: "notApplicable",
    facts: [{ is: "namePublic" }],
  });
  expect(skipped.evaluate(changed(clusterDenied)).status).toBe("notAssessed");
});
