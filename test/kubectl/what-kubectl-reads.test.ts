// The real kubectl is the judge: a request declares all that kubectl asks the API server for, and no more; and the policy
// lets nothing through of which kubectl reads a part that is denied.
import fc from "fast-check";
import { findKubectl } from "../../simulator/kubernetes/kubectl.ts";
import { isCustom } from "../../src/core/command/grammar/resources.ts";
import { authorizeByPolicy } from "../../src/core/policy/authorize.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import { memberOf, policyOf, prod } from "../core/policy/policies.ts";
import type { ApiRead } from "./api-server.ts";
import { sampleOfCommands } from "./commands.ts";
import { isNamespaced, readsThatCount, stopsEarly, undeclaredReads, unusedReads } from "./declared.ts";
import { type Recorded, recordReads } from "./record.ts";

let recorded: readonly Recorded[];
beforeAll(async () => {
  const kubectl = await findKubectl();
  if (kubectl === null) throw new Error("these tests need kubectl on the PATH or linux-x64");
  recorded = await recordReads(kubectl, sampleOfCommands, ["full"]);
}, 300_000);

test("kubectl reads nothing that is not declared", () => {
  expect(undeclaredReads(recorded)).toEqual([]);
});

test("nothing is declared that kubectl does not read", () => {
  expect(unusedReads(recorded)).toEqual([]);
});

test("every command that reads an object is seen to read one", () => {
  const silent = recorded.filter(
    ({ text, request, reads }) => !text.includes(" --raw=") && readsThatCount(reads, request).length === 0,
  );
  expect(new Set(silent.map(({ request }) => request.verb))).toEqual(
    new Set(["auth can-i", "auth whoami", "api-resources", "api-versions", "version"]),
  );
});

type Scope = Readonly<{
  resources: readonly string[];
  namespaces: readonly string[];
  clusterScoped: boolean;
}>;

const ruleText = (id: string, effect: "allow" | "deny", verb: string, scope: Scope): string => {
  const { resources, namespaces, clusterScoped } = scope;
  const run = { verbs: [verb], resources, namespaces, ...(clusterScoped ? { clusterScoped } : {}) };
  const rest = effect === "allow" ? { groups: ["oncall"], show: "thread" } : { groups: ["*"] };
  return JSON.stringify({ id, effect, clusters: ["*"], run, ...rest });
};
const effectOf = (policy: Policy, { request }: Recorded): "allow" | "deny" =>
  authorizeByPolicy(policy, memberOf("oncall"), { kind: "run", cluster: prod, request, clusterAdmin: false })
    .effect;

/** Of a type that only the cluster knows, and of a release, more is declared than is read of any one. */
const isExact = (each: Recorded): boolean =>
  !stopsEarly(each) && !each.request.reads.some(({ resource }) => isCustom(resource));

describe("a rule that denies", () => {
  const everything: Scope = { resources: ["*", "secrets/helm"], namespaces: ["*"], clusterScoped: true };
  const matches = (pattern: string, text: string) =>
    new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(text);

  /** What the rule's author would say of one request of kubectl's. */
  const isDenied = (read: ApiRead, { resources, namespaces, clusterScoped }: Scope): boolean => {
    // Whoever closes Secrets closes those of Helm.
    const names = [read.resource, read.resource.split("/")[0] ?? ""];
    if (!resources.some((pattern) => names.some((name) => matches(pattern, name)))) return false;
    const isListOfNamespaces = read.resource === "namespaces" && read.name === "";
    if (isNamespaced(read) ? read.namespace === "" : isListOfNamespaces) return true;
    const namespace = isNamespaced(read) ? read.namespace : read.resource === "namespaces" ? read.name : null;
    if (namespace !== null && namespaces.some((pattern) => matches(pattern, namespace))) return true;
    return clusterScoped && !isNamespaced(read);
  };

  const resources =
    "pods pods/log secrets events leases endpointslices replicasets nodes namespaces services".split(" ");
  const namesNodes = (names: readonly string[]): boolean => names.includes("nodes");
  const scope: fc.Arbitrary<Scope> = fc
    .record({
      resources: fc.oneof(fc.subarray(resources, { minLength: 1 }), fc.constant(["*"])),
      namespaces: fc.subarray(["pay", "vault", "va*", "kube-*", "default", "nowhere", "*"], { minLength: 1 }),
      clusterScoped: fc.boolean(),
    })
    // A rule that names nodes and closes none is refused when the policy is read.
    .map((each) => ({
      ...each,
      clusterScoped: each.clusterScoped || namesNodes(each.resources),
    }));

  test("denies a command exactly when kubectl would read what it closes", () => {
    fc.assert(
      fc.property(scope, (closed) => {
        const rules = [ruleText("a", "allow", "*", everything), ruleText("b", "deny", "*", closed)];
        const policy = policyOf(...rules);
        const wrong = recorded
          .filter((each) => each.request.reads.length > 0 && isExact(each))
          .filter((each) => {
            const expected = readsThatCount(each.reads, each.request).some((read) => isDenied(read, closed))
              ? "deny"
              : "allow";
            return effectOf(policy, each) !== expected;
          })
          .map(({ text }) => text);
        expect(wrong).toEqual([]);
      }),
      { numRuns: 40, seed: 42 },
    );
  });
});

describe("rules that allow exactly what kubectl reads", () => {
  /** One rule for each request. */
  const rulesFor = ({ request, reads }: Recorded): readonly string[] => {
    const texts = readsThatCount(reads, request).map((read) =>
      ruleText("r", "allow", request.verb, {
        resources: [read.resource],
        namespaces: [isNamespaced(read) ? read.namespace || "*" : "nowhere"],
        clusterScoped: !isNamespaced(read),
      }),
    );
    return [...new Set(texts)].map((text, index) => text.replace('"r"', `"r${index}"`));
  };
  const reading = () => recorded.filter((each) => isExact(each) && rulesFor(each).length > 0);

  test("allow the command", () => {
    const denied = reading().filter((each) => effectOf(policyOf(...rulesFor(each)), each) === "deny");
    expect(denied.map(({ text }) => text)).toEqual([]);
  });

  test("and with any one of them missing do not", () => {
    const isNeeded = (rule: string, rules: readonly string[]) =>
      !rules.some(
        (other) =>
          other !== rule && other.includes('"namespaces":["*"]') && resourceOf(other) === resourceOf(rule),
      );
    const allowed = reading().flatMap((each) => {
      const rules = rulesFor(each);
      return rules
        .filter((rule) => rules.length > 1 && isNeeded(rule, rules))
        .filter((rule) => effectOf(policyOf(...rules.filter((other) => other !== rule)), each) === "allow")
        .map((rule) => [each.text, rule]);
    });
    expect(allowed).toEqual([]);
  });
});

const resourceOf = (rule: string): string => JSON.parse(rule).run.resources[0];
