// Ways of writing that people use who have never seen the grammar: dictated lines, commands with kind words around them,
// several wishes in one line, and what nothing here answers but a sentence.
import { understanding, viewOf } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const view = viewOf(["prod-1", "edge-1", "stage-1", "prod-eu-2"], "prod-1");
const read = (line: string) => understanding(line, view, messages("en"));

test.each([
  ["can you look at prod dash one, the api server is gone", { reading: "diagnose", cluster: "prod-1" }],
  ["prod e u two is timing out comma is it the firewall", { reading: "diagnose", cluster: "prod-eu-2" }],
  [
    "do a get pods minus n kube system on edge one please",
    { command: "kubectl get pods --namespace=kube-system" },
  ],
  ["edge杠一 现在怎么样", { reading: "diagnose", cluster: "edge-1" }],
])("dictated: %j", (line, meant) => {
  expect(read(line)).toMatchObject(meant);
});

const scaled = "kubectl scale deploy/cart --replicas=4 -n shop";
test.each([
  [`${scaled}, bitte auf edge-1, Queue läuft voll`, `${scaled} on edge-1 because Queue läuft voll`],
  [`Bitte ${scaled} auf edge-1 ausführen`, `${scaled} on edge-1`],
  [`麻烦执行 ${scaled} 在 edge-1 上，队列堵了`, `${scaled} on edge-1 because 队列堵了`],
])("%j is asked back", (line, button) => {
  expect(read(line)).toMatchObject({ reading: "changeInWords", suggestions: [button] });
});

test.each([`please don't run ${scaled} on edge-1`, `führ ${scaled} auf edge-1 bitte nicht aus`])(
  "%j is no order",
  (line) => {
    expect(["notUnderstood", "refused"]).toContain(read(line).reading);
  },
);

test.each([
  ["unmute edge", { reading: "which", buttons: [{ cluster: "edge-1" }] }],
  ["unmute edge-1", { reading: "unmute", cluster: "edge-1" }],
  ["ich mach das", { reading: "notUnderstood", suggestions: ["ack"] }],
  ["ack", { reading: "actOnIncident", act: "take" }],
])("what others see: %j", (line, meant) => {
  expect(read(line)).toMatchObject(meant);
});

test.each([
  ["raise the severity to the highest", ["severity 0"]],
  ["Schweregrad bitte auf die höchste Stufe", ["severity 0"]],
  ["级别调到最高", ["severity 0"]],
  ["that is no sev 3 any more, raise the severity", ["severity 2", "severity 1"]],
])("%j offers %j", (line, suggestions) => {
  expect(read(line).suggestions).toEqual(suggestions);
});

test.each([
  ["which rules does the policy have for stage-1", "policy"],
  ["Azure 现在是不是有故障", "outage"],
  ["describe the second one in the list", "shown"],
  ["time zone please, not UTC", "settings"],
])("%j is told: %s", (line, topic) => {
  expect(read(line)).toMatchObject({ reading: "told", topic });
});

test.each([
  "whats my ip as you see it",
  "which ip am I coming from",
  "mit welcher Adresse komme ich an",
  "我现在的公网 IP 是什么",
])("%j asks for an address that nobody tells us", (line) => {
  expect(read(line)).toMatchObject({ reading: "told", topic: "address" });
});

test.each([
  ["from the office it works, from home not", "internet"],
  ["at home prod-1 times out, in the office its fine", "internet"],
  ["from home prod-1 works, from the office it times out", "gateway"],
])("%j is asked from where it fails", (line, stands) => {
  expect(read(line)).toMatchObject({ reading: "diagnose", client: { stands } });
});

test.each([
  [
    "logs of container istio-proxy in frontend pod ns shop",
    "kubectl logs deployments/frontend --namespace=shop --container=istio-proxy --tail=1000",
  ],
  [
    "logs from the fluentbit sidecar of api in shop",
    "kubectl logs deployments/api --namespace=shop --container=fluentbit --tail=1000",
  ],
  [
    "grep warnings in logs of api in shop",
    "kubectl logs deployments/api --namespace=shop --tail=1000 | grep -i warnings",
  ],
  [
    "how often did frontend restart today",
    "kubectl get pods --all-namespaces '--sort-by=.status.containerStatuses[0].restartCount' | grep -e NAME -e frontend",
  ],
])("%j reads %s", (line, command) => {
  expect(read(line)).toMatchObject({ reading: "run", command });
});

test.each([
  ["scale web to 6 on prod-1, we have black friday traffic", "namespace"],
  ["rolback orders on prod-eu-2 to revison 17 becuase 500s since the release", "namespace"],
])("%j is an order that lacks its %s", (line, lacks) => {
  expect(read(line)).toMatchObject({ reading: "changeInWords", lacks });
});

test("a dry run of a change is asked back, and one of a look is the look", () => {
  const change = read("dry run this: kubectl scale deploy/web --replicas=3 -n shop on prod-1");
  expect(change).toMatchObject({
    reading: "changeInWords",
    suggestions: ["kubectl scale deploy/web --replicas=3 -n shop on prod-1"],
  });
  expect(read("dry run: kubectl get pods -n shop on prod-1").reading).not.toBe("changeInWords");
});

test("the API name of no known cluster offers those that are called alike", () => {
  const error =
    'couldn\'t get current server API group list: Get "https://stage-k8s.privatelink.westeurope.azmk8s.io:443/api?timeout=32s": dial tcp 10.40.2.4:443: connect: connection refused';
  expect(read(error)).toMatchObject({ reading: "unseen", buttons: [{ cluster: "stage-1" }] });
});

test.each([
  ["how often did we have that in the last month", null, false],
  ["did we have this on prod-1 before", "prod-1", false],
  ["how was it fixed last time", null, false],
  ["gab es so einen Vorfall auf stage-1 schon früher", "stage-1", false],
  ["stage-1 上次是怎么修好的", "stage-1", false],
  ["how many incidents did we have this month", null, true],
  ["wie viele Vorfälle gab es diesen Monat", null, true],
  ["这个月几次事故", null, true],
])("%j asks for earlier incidents", (line, cluster, isOfMonth) => {
  const { reading, cluster: of, month = false } = read(line);
  expect({ reading, of, month }).toEqual({ reading: "pastIncidents", of: cluster, month: isOfMonth });
});

test.each([
  ["whitelist 185.22.14.9 on prod-eu-2 please", "prod-eu-2", "185.22.14.9"],
  ["bitte 77.180.3.41/32 auf stage-1 freischalten", "stage-1", "77.180.3.41"],
])("%j is diagnosed from there, which offers the fix", (line, cluster, ip) => {
  expect(read(line)).toMatchObject({ reading: "diagnose", cluster, client: { ip }, asksOf: ip });
});

test.each([
  "the GKE cluster is slow, diagnose it",
  "schau mal nach unserem EKS-Cluster",
  "查一下 Lambda 函数",
])("%j is beyond what is done here", (line) => {
  expect(read(line)).toMatchObject({ reading: "beyond" });
});

test.each([
  ["How many nodes do we have in edge-1 and who is on call?", ["who is on call"]],
  ["zeig mir die pods in shop und wer hat bereitschaft", ["who is on call"]],
  ["list the pods in web, please", []],
  ["why can't I reach prod-1 from home", []],
  ["is prod-1 down? since when?", []],
  ["diagnose prod-1 from vnet-hub", []],
  ["is the private dns zone of prod-1 linked to the hub vnet", []],
  ["why is invoice-worker-0 pending on prod-1", ["diagnose prod-1"]],
  ["ist das pvc von kafka-2 voll", ["kubectl get persistentvolumeclaims -A | grep -e NAME -e kafka-2"]],
  [
    "coredns 是不是又抽风了，pod 里解析不了 svc",
    ["kubectl get pods -n kube-system | grep -e NAME -e coredns"],
  ],
])("beside its answer %j is offered %j", (line, lines) => {
  expect(read(line).suggestions).toEqual(lines);
});
