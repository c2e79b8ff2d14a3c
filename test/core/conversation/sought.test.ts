// A log or a change of an object of which nobody said where it lies: what is offered for each that a look found.
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { soughtLines } from "../../../src/core/conversation/sought.ts";
import { understanding, viewOf } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const view = viewOf(["prod-1", "edge-1", "stage", "prod-eu-2"], "prod-1");

const pods = `NAMESPACE   NAME                          READY   STATUS    RESTARTS   AGE
shop        coupon-svc-7d9f8c6b5-x2k4q    1/1     Running   0          3d
legacy      old-coupon-svc-0              1/1     Running   0          3d`;
const workloads = `NAMESPACE   NAME                        READY   UP-TO-DATE   AVAILABLE   AGE
shop        deployment.apps/api         2/2     2            2           3d
billing     deployment.apps/api         1/1     1            1           3d
billing     deployment.apps/api-gate    1/1     1            1           3d

NAMESPACE   NAME                    READY   AGE
data        statefulset.apps/api    3/3     3d`;
const oneDatabase = `NAMESPACE   NAME   READY   AGE
data        db-2   3/3     3d`;

function offered(line: string, output: string, language = "en"): readonly string[] {
  const read = understanding(line, view, messages(language));
  const { look = "", wants = "", more } = read;
  const parsed = parseKubectl(look);
  if (!parsed.ok) throw new Error(`${line}: ${look}`);
  const name = / -e NAME -e (\S+)$/.exec(look)?.[1] ?? null;
  const sought = { name, wants, ...(more !== undefined && { more }) };
  const result = { output, exitCode: 0, truncated: false, masked: 0, startedAt: "", finishedAt: "" };
  const run = {
    task: { kind: "command", request: parsed.request, clusterAdmin: false, sought },
    cluster: { name: "prod-1" },
  };
  const end = { state: "succeeded", finishedAt: "", result, diagnosis: null };
  return soughtLines(run as never, end as never);
}

test.each([
  ["logs of coupon-svc", "en", pods, ["kubectl logs coupon-svc-7d9f8c6b5-x2k4q -n shop on prod-1"]],
  [
    "letzte 50 Zeilen von coupon-svc",
    "de",
    pods,
    ["kubectl logs coupon-svc-7d9f8c6b5-x2k4q -n shop --tail=50 on prod-1"],
  ],
  ["coupon-svc 的日志", "zh", pods, ["kubectl logs coupon-svc-7d9f8c6b5-x2k4q -n shop on prod-1"]],
  [
    "restart api",
    "en",
    workloads,
    [
      "kubectl rollout restart deployment/api -n shop on prod-1",
      "kubectl rollout restart deployment/api -n billing on prod-1",
      "kubectl rollout restart statefulset/api -n data on prod-1",
    ],
  ],
  [
    "roll back api to revision 3",
    "en",
    workloads,
    [
      "kubectl rollout undo deployment/api -n shop --to-revision=3 on prod-1",
      "kubectl rollout undo deployment/api -n billing --to-revision=3 on prod-1",
      "kubectl rollout undo statefulset/api -n data --to-revision=3 on prod-1",
    ],
  ],
  [
    "scale api up",
    "en",
    workloads,
    [
      "kubectl scale deployment/api -n shop --replicas=3 on prod-1",
      "kubectl scale deployment/api -n billing --replicas=2 on prod-1",
      "kubectl scale statefulset/api -n data --replicas=4 on prod-1",
    ],
  ],
  // What is found is called otherwise: its own name stands in the line.
  [
    "restart statefulset db",
    "en",
    oneDatabase,
    ["kubectl rollout restart statefulset/db-2 -n data on prod-1"],
  ],
  ["logs of nobody-svc", "en", "NAMESPACE   NAME   READY   STATUS   RESTARTS   AGE", []],
] as const)("%j", (line, language, output, lines) => {
  expect(offered(line, output, language)).toEqual(lines);
});

test.each([
  ["restart coupon-svc on edge-1", "edge-1"],
  ["logs of coupon-svc on edge-1", "edge-1"],
  ["restart coupon-svc", "prod-1"],
])("%j is looked for on %s", (line, cluster) => {
  expect(understanding(line, view, messages("en"))).toMatchObject({ cluster, look: expect.any(String) });
});

test("a change on another cluster than any that is seen is not looked for", () => {
  expect(understanding("restart report-api on uat", view, messages("en"))).not.toHaveProperty("look");
});
