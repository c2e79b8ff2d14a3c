// What people on call write in Chinese and no example says like that: places, orders with a question behind them, events,
// rights, reports.
import { understanding, viewOf } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const view = viewOf(["prod-1", "edge-1", "stage-1", "prod-eu-2"], "prod-1");
const read = (line: string) => understanding(line, view, messages("zh"));

test.each([
  ["办公室能连 edge-1，回家就连不上", { cluster: "edge-1", client: { stands: "internet" } }],
  ["家里没问题，公司网连 prod-eu-2 一直超时", { cluster: "prod-eu-2", client: { stands: "gateway" } }],
  ["我在家，VPN 也连上了，stage 就是 timeout", { cluster: "stage-1", client: { stands: "gateway" } }],
])("%j is diagnosed from where it fails", (line, meant) => {
  expect(read(line)).toMatchObject({ reading: "diagnose", ...meant });
});

test.each([
  ["晚上没人用了，stage 的 crawler-job 缩到 0", { reading: "changeInWords", lacks: "namespace" }],
  ["没人批准把 shop 的 cart 扩到 5", { reading: "notUnderstood" }],
])("somebody or nobody: %j", (line, meant) => {
  expect(read(line)).toMatchObject(meant);
});

test.each([
  "重启 kube-system 的 coredns，会不会影响线上",
  "重启一下 shop 的 cart，有没有风险",
  "麻烦重启 stage 上 shop 的 cart，多谢啦",
])("%j: what is asked or kindly said behind an order is not why it is given", (line) => {
  expect(read(line).suggestions.join()).not.toContain("because");
});

test.each([
  [
    "edge-1 上有多少 FailedScheduling 的事件",
    "kubectl get events --all-namespaces | grep -e REASON -e FailedSch",
  ],
  ["prod-eu-2 最近的 warnning 事件", "kubectl get events --all-namespaces --field-selector=type=Warning"],
  ["can i exec 到 edge-1 的 pod", "kubectl auth can-i create pods/exec"],
  ["我能不能进 shop 的容器里看看", "kubectl auth can-i create pods/exec --namespace=shop"],
  ["bi 里 etl-api 的日志，容器叫 envoy", "kubectl logs deployments/etl-api --namespace=bi --container=envoy"],
  ["the logs of the envoy container of etl-api in bi", "--namespace=bi --container=envoy"],
  [
    "shop 里 cart 的日志有没有 connection refused",
    "--namespace=shop --tail=1000 | grep -i 'connection refused'",
  ],
  ["最近 OOM 的容器", "kubectl get pods --all-namespaces '--output=custom-columns"],
  ["那个 pod 现在跑在哪台机器", "kubectl get pods --all-namespaces --output=wide"],
])("%j looks with %j", (line, command) => {
  expect(read(line).command).toContain(command);
});

const scaled = "kubectl scale deploy/cart --replicas=4 -n shop";
test.each([
  [`dry run 一下 ${scaled}`, `${scaled} on prod-1`],
  ["kubectl rollout undo deploy/web -n shop 会改什么", "kubectl rollout undo deploy/web -n shop on prod-1"],
  [`dry run: ${scaled} on edge-1`, `${scaled} on edge-1`],
  ["把 bi 的 etl-api 副本数减到 2", "kubectl scale deployment/etl-api -n bi --replicas=2 on prod-1"],
  ["aks-a-11112222-vmss000001 标记成不可调度", "kubectl cordon aks-a-11112222-vmss000001 on prod-1"],
  [
    "退回 revision 7，deployment 是 web，命名空间 shop",
    "kubectl rollout undo deployment/web -n shop --to-revision=7 on prod-1",
  ],
])("%j is a button with %j", (line, button) => {
  expect(read(line)).toMatchObject({ reading: "changeInWords", suggestions: [button] });
});

test.each([
  ["哪个集群的版本最旧", { reading: "clusters" }],
  ["are edge-1 and prod-eu-2 on the same version", { reading: "clusters" }],
  ["TargetDown 怎么处理", { reading: "told", topic: "alertRule" }],
  [
    "20.1.2.0/24 是谁加进 edge-1 白名单的",
    { reading: "diagnose", cluster: "edge-1", question: "whoChanged" },
  ],
  ["who added 20.1.2.0/24 to the allow list of edge-1", { reading: "diagnose", question: "whoChanged" }],
  ["edge-1 放行的 198.51.100.17 可以撤掉了", { reading: "diagnose", cluster: "edge-1", question: "ranges" }],
  ["哪些 pod 卡在 Terminating？stage", { reading: "run", cluster: "stage-1" }],
  ["edge-1 还活着不", { reading: "diagnose", cluster: "edge-1" }],
  ["我下班了，改给 Kevin Lin", { suggestions: ["hand over to Kevin Lin"] }],
])("%j is read as %j", (line, meant) => {
  expect(read(line)).toMatchObject(meant);
});
