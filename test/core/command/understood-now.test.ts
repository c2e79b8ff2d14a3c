// A stored command is asked about as today's tables understand it.
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { understoodNow } from "../../../src/core/command/understood-now.ts";
import { authorizeByPolicy } from "../../../src/core/policy/authorize.ts";
import { decisionInWords, saidRefusal } from "../../said.ts";
import { memberOf, policyOf, prod } from "../policy/policies.ts";

function stored(text: string) {
  const parsed = parseKubectl(text);
  if (!parsed.ok) throw new Error(saidRefusal(parsed.reason));
  return parsed.request;
}

test.each([
  "kubectl describe node aks-0 | grep -i pressure | tail -n 3",
  "kubectl describe ns,po a b -n pay",
  "kubectl logs deploy/api web -n pay",
  "kubectl rollout status sts/db",
  `kubectl get pods -l 'app in (${"a,".repeat(700)}a)' -n pay`,
])("%s is what it was", (text) => {
  expect(understoodNow(stored(text))).toEqual(stored(text));
});

test("what it is said to read counts for nothing", () => {
  const request = stored("kubectl describe sa x -n pay");
  expect(understoodNow({ ...request, reads: [], resources: [], verb: "version" })).toEqual(request);
});

const argv = ["kubectl", "delete", "pods", "a"];
const outdated = () => ({ ...stored("kubectl get pods"), argv });

test("of one that is not accepted any more only the argv is certain", () => {
  expect(understoodNow(outdated())).toMatchObject({ argv, scope: { kind: "cluster" }, reads: [] });
});

test("one that is not accepted any more is allowed to nobody", () => {
  const everything = `{ id: a, effect: allow, groups: [oncall], clusters: ["*"], show: thread,
    run: { verbs: ["*"], resources: ["*"], namespaces: ["*"], clusterScoped: true } }`;
  const action = {
    kind: "run",
    cluster: prod,
    request: understoodNow(outdated()),
    clusterAdmin: false,
  } as const;
  expect(decisionInWords(authorizeByPolicy(policyOf(everything), memberOf("oncall"), action))).toMatchObject({
    effect: "deny",
    reason: expect.stringContaining("in a form that is not accepted any more"),
  });
});
