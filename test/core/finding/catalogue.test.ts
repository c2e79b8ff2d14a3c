// The catalogue is complete: every check is documented, tested, and stands at its place in the order.
import { catalogue } from "../../../src/core/finding/catalogue.ts";
import { ancestorsOf } from "../../../src/core/finding/kit/check-meta.ts";
import { findingIds } from "../../../src/core/finding/kit/finding-id.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { expectEach } from "../../each-holds.ts";
import { allRows } from "./rows/all-rows.ts";

const ids: readonly string[] = catalogue.map(({ id }) => id);
const byId = catalogue.map((check) => [check.id, check] as const);

test("ids are unique", () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test("every id has its check, in the order in which people read them", () => {
  expect(findingIds.filter((id) => !id.startsWith("k8s."))).toEqual(ids);
});

const allWords: Readonly<Record<string, object>> = messages().findings;
const wordsOf = (id: string) => ({ title: "", why: "", remediation: "", ...allWords[id] });

test("every check says what, why, what to do, and where that is written", () => {
  expectEach(byId, (check) => {
    const { title, why, remediation } = wordsOf(check.id);
    expect(title).toMatch(/[^.]$/);
    expect(why).toMatch(/\.$/);
    expect(remediation).toMatch(/\.$/);
    expect(check.source).toMatch(/^https:\/\/learn\.microsoft\.com\//);
  });
});

/** They only say where the requester is, what was changed, and what a setting means: none is a fault. */
const neverFails = [
  ...["client.network", "cluster.recent-change", "dns.private-resolver", "nsg.effective"],
  ...["paw.device", "pe.subnet-policy"],
];

/** What works of them nobody sees: where a proxy leads, which device is used; and a table that takes every route adds none. */
const neverPasses = ["access.pim-eligible", "egress.http-proxy", "paw.device", "route.bgp-propagation"];

/** Where it cannot be asked, nothing is said. */
const neverOpen = ["access.pim-eligible"];

test("every check has rows that pass, that do not, and that cannot know", () => {
  expectEach(byId, ({ id }) => {
    const statuses = new Set((allRows[id] ?? []).map(({ status }) => status));
    expect(statuses.has("pass")).toBe(!neverPasses.includes(id));
    expect(statuses.has("notAssessed")).toBe(!neverOpen.includes(id));
    const problem = [...statuses].some((status) => /^(fail|warn|notConfigured)$/.test(status));
    expect(problem).toBe(!neverFails.includes(id));
  });
});

test("no rows are left of a check that is gone", () => {
  expect(Object.keys(allRows).filter((id) => !ids.includes(id))).toEqual([]);
});

test("every check that comes after others comes after such that exist, and never after itself", () => {
  const later = byId.filter(([, { after }]) => after.length > 0);
  expectEach(later, ({ id, after }) => {
    expect(after.filter((parent) => !ids.includes(parent))).toEqual([]);
    expect(ancestorsOf(id, catalogue).has(id)).toBe(false);
  });
});
