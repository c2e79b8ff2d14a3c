// Names that differ in letter case alone are one name; nothing beyond ASCII is an ASCII letter.

import { parseClusterName } from "../../../src/core/cluster-name.ts";
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { takeCluster } from "../../../src/core/conversation/grammar/parse-target.ts";
import { findCluster } from "../../../src/core/conversation/reading/find-cluster.ts";
import { splitWords } from "../../../src/core/conversation/split-words.ts";
import { authorizeByPolicy } from "../../../src/core/policy/authorize.ts";
import { sameId } from "../../../src/core/snapshot/resource-id.ts";
import { foldCase } from "../../../src/core/text/text.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { misreadInWords } from "../../said.ts";
import { diagnose, memberOf, policyOf } from "../policy/policies.ts";

const kelvin = "\u212a";
const longS = "\u017f";
const dotlessI = "\u0131";
const dottedI = "\u0130";
const angstrom = "\u212b";

test.each([
  ["KaS-1", "kas-1"],
  ["BÜRO", "büro"],
  [angstrom, "å"],
])("%s is %s", (text, folded) => {
  expect(foldCase(text)).toBe(folded);
});

test("no letter beyond ASCII turns into one of ASCII, whatever it is", () => {
  const beyond = Array.from({ length: 0x1ffff - 0x80 }, (_, index) => String.fromCodePoint(0x80 + index));
  expect(beyond.filter((letter) => /[ -~]/.test(foldCase(letter)))).toEqual([]);
});

const lookAlikes = [`pr${kelvin}d`, `${longS}tage`, `m${dotlessI}x`, `m${dottedI}x`, "prоd"];

test.each(lookAlikes)("%s is no name of a cluster, alone or in an id, and the letter is named", (name) => {
  expect(parseClusterName(name)).toBeNull();
  expect(parseClusterName(`rg-prod/${name}`)).toBeNull();
  expect(parseClusterName(ids.cluster.replace("prod-1", name))).toBeNull();
  const letter = /[^ -~]/.exec(name)?.[0];
  expect(misreadInWords(takeCluster(splitWords(name).words))).toEqual({
    ok: false,
    reason: expect.stringContaining(
      `it holds the letter ${letter}, and names of clusters only a to z; write`,
    ),
  });
});

test("the fixed words of an id are these and no look-alikes", () => {
  expect(parseClusterName(ids.cluster.toUpperCase())).toMatchObject({ name: "PROD-1" });
  for (const [word, other] of [
    ["subscriptions", `sub${longS}criptions`],
    ["ContainerService", `Container${longS}ervice`],
  ] as const) {
    expect(parseClusterName(ids.cluster.replace(word, other))).toBeNull();
  }
});

test("a resource group may hold any letters", () => {
  expect(parseClusterName("büro-Süd/prod-1")).toEqual({ resourceGroup: "büro-Süd", name: "prod-1" });
});

test.each([
  ["/subscriptions/s/resourceGroups/kas", `/subscriptions/s/resourceGroups/${kelvin}as`, false],
  ["/subscriptions/s/resourceGroups/kas", "/SUBSCRIPTIONS/S/RESOURCEGROUPS/KAS", true],
  ["/subscriptions/s/resourceGroups/BÜRO", "/subscriptions/s/resourcegroups/büro", true],
])("%s and %s are one id: %s", (left, right, same) => {
  expect(sameId(left, right)).toBe(same);
});

test("a rule for k-* says nothing of a cluster with the Kelvin sign", () => {
  const policy = policyOf(
    '{ id: a, effect: allow, groups: [oncall], clusters: ["K-*"], diagnose: true, show: thread }',
  );
  expect(authorizeByPolicy(policy, memberOf("oncall"), diagnose("k-1")).effect).toBe("allow");
  expect(authorizeByPolicy(policy, memberOf("oncall"), diagnose(`${kelvin}-1`)).effect).toBe("deny");
});

test("a cluster is not found by a look-alike", () => {
  const cluster = { id: ids.cluster, name: "k-1", resourceGroup: "kas", subscriptionId: "s" };
  const clusters = [{ ...cluster, location: "", powerState: "", private: false }];
  expect(findCluster("KAS/K-1", clusters)).toMatchObject({ found: { name: "k-1" } });
  expect(findCluster(`${kelvin}as/k-1`, clusters)).not.toHaveProperty("found");
});

test.each([`${kelvin}ubectl get pods`, `kubectl get networ${kelvin}policies`])("%s is refused", (text) => {
  expect(parseKubectl(text).ok).toBe(false);
});
