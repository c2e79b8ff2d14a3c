// What people ask in a hurry, in three languages: letters in the wrong order, changes that are only tried, volumes that are not
// bound, events of a time, rollouts that stop half way, values of Secrets, who is woken and why.
import { understanding, viewOf } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const view = viewOf(["prod-1", "edge-1", "stage-1", "prod-eu-2"], "prod-1");
const read = (line: string) => understanding(line, view, messages("en"));

test.each([
  ["dry run: scale checkout in shop to 5", "scale deployment/checkout -n shop --replicas=5"],
  ["only simulate restart of checkout in shop", "rollout restart deployment/checkout -n shop"],
  ["test only dont change: scale checkout to 3 in shop", "scale deployment/checkout -n shop --replicas=3"],
  ["scale checkout in shop to 5 but only as a dry run", "scale deployment/checkout -n shop --replicas=5"],
  ["pretend you restart checkout in shop", "rollout restart deployment/checkout -n shop"],
  ["show only, dont run: restart checkout in shop", "rollout restart deployment/checkout -n shop"],
  ["scale checkout in shop to 5 without doing it", "scale deployment/checkout -n shop --replicas=5"],
  ["restart checkout in shop, dont actually do it", "rollout restart deployment/checkout -n shop"],
  ["nur mal so testen ohne zu ändern: checkout in shop auf 5 skalieren", "--replicas=5"],
  ["Trockenlauf: skaliere checkout in shop auf 5", "scale deployment/checkout -n shop --replicas=5"],
  ["skaliere checkout in shop auf 5 aber nur als dry run", "--replicas=5"],
  ["nur simulieren: restart checkout in shop", "rollout restart deployment/checkout -n shop"],
  ["tu so als würdest du checkout in shop neu starten", "rollout restart deployment/checkout -n shop"],
  ["试跑一下把 shop 的 checkout 扩到 5 不要真改", "scale deployment/checkout -n shop --replicas=5"],
  ["dry run 把 shop/checkout 扩到 5", "scale deployment/checkout -n shop --replicas=5"],
  ["演练一下重启 shop 的 checkout", "rollout restart deployment/checkout -n shop"],
])("%j is asked back, since its card shows what it would do", (line, command) => {
  const { reading, suggestions } = read(line);
  expect(reading).toBe("changeInWords");
  expect(suggestions[0]).toContain(command);
});

test.each([
  "just a dry run for now",
  "nur ein Test",
  "dry run: should I scale checkout to 5",
  "只做 dry run",
])("%j orders nothing", (line) => {
  expect(read(line).reading).not.toBe("changeInWords");
});

test.each([
  ["lgos checkout in shop", "kubectl logs deployments/checkout --namespace=shop"],
  ["losg of checkout in shop last 10 mni", "kubectl logs deployments/checkout --namespace=shop --since=10m"],
  ["zeig lgos von payments-api in shop", "kubectl logs deployments/payments-api --namespace=shop"],
  ["losg checkout -n shop 10分钟", "kubectl logs deployments/checkout --namespace=shop --since=10m"],
  ["show evnets in shop", "kubectl get events --namespace=shop"],
  ["pdos in shop", "kubectl get pods --namespace=shop"],
  ["logd of ledger in finance last hour", "kubectl logs deployments/ledger --namespace=finance --since=1h"],
  ["lohs von ledger in finance letzte stunde", "kubectl logs deployments/ledger --namespace=finance"],
  ["lgs checkout in shop", "kubectl logs deployments/checkout --namespace=shop"],
  ["看下 finance 底下 legder 的 log", "kubectl logs deployments/legder --namespace=finance"],
])("%j looks with %j, for all its letters", (line, command) => {
  expect(read(line).command).toContain(command);
});

test("a slip in what is done at once is asked back", () => {
  expect(read("clsoe the incident")).toMatchObject({
    reading: "notUnderstood",
    suggestions: ["close the incident"],
  });
});

test.each([
  ["pvc not bound in shop", "kubectl get persistentvolumeclaims --namespace=shop | grep -v Bound"],
  ["which pvc are unbound", "kubectl get persistentvolumeclaims --all-namespaces | grep -v Bound"],
  ["volume claims not bound", "kubectl get persistentvolumeclaims --all-namespaces | grep -v Bound"],
  ["are all volumes bound in kafka", "kubectl get persistentvolumeclaims --namespace=kafka"],
  ["the pvc of postgres in shop is not bound", "--namespace=shop | grep -e NAME -e postgres"],
  ["pvc nicht gebunden in shop", "kubectl get persistentvolumeclaims --namespace=shop | grep -v Bound"],
  ["pvcs ungebunden in kafka", "kubectl get persistentvolumeclaims --namespace=kafka | grep -v Bound"],
  ["welche volumes sind nicht gebunden", "persistentvolumeclaims --all-namespaces | grep -v Bound"],
  ["ist das volume von redis in shop gebunden", "kubectl get persistentvolumeclaims --namespace=shop"],
  ["哪些pvc没绑定", "kubectl get persistentvolumeclaims --all-namespaces | grep -v Bound"],
  ["shop 有没有没绑定的pvc", "kubectl get persistentvolumeclaims --namespace=shop | grep -v Bound"],
  ["存储卷没绑定 shop", "kubectl get persistentvolumeclaims --namespace=shop | grep -v Bound"],
  ["show me the pod of checkout", "kubectl get pods --all-namespaces | grep -e NAME -e checkout"],
  ["describe the checkout pod in shop", "kubectl describe pods checkout --namespace=shop"],
  ["beschreib den checkout pod in shop", "kubectl describe pods checkout --namespace=shop"],
  ["看下checkout的pod", "kubectl get pods --all-namespaces | grep -e NAME -e checkout"],
  ["shop 里的 pod", "kubectl get pods --namespace=shop"],
  ["checkout 在哪个命名空间", "--all-namespaces --output=wide | grep -e NAME -e checkout"],
  ["rollout of checkout in shop stuck halfway", "kubectl rollout status deployments/checkout"],
  ["deployment checkout in shop hangs at 50%", "kubectl rollout status deployments/checkout"],
  ["rollout hängt auf halbem weg checkout ns shop", "kubectl rollout status deployments/checkout"],
  ["shop 的 checkout 发布到一半不动了", "kubectl rollout status deployments/checkout"],
  ["the rollout is stuck", "kubectl get deployments --all-namespaces"],
  ["crm-api deployment stuck at 1/3 since 20 min", "--all-namespaces | grep -e NAME -e crm-api"],
  [
    "billing-worker 这个 deployment 有哪些 pod",
    "kubectl get pods --all-namespaces | grep -e NAME -e billing-worker",
  ],
  ["ledger in finance 3 of 6 updated and not moving", "kubectl rollout status deployments/ledger"],
  ["ledger nur halb ausgerollt", "kubectl get deployments --all-namespaces | grep -e NAME -e ledger"],
  ["finance 的 ledger 6个更新了3个就不动了", "kubectl rollout status deployments/ledger"],
  ["who pushed the last ledger version", "kubectl get replicasets --all-namespaces"],
  ["gateway 的 pod 叫什么", "kubectl get pods --all-namespaces | grep -e NAME -e gateway"],
  ["wie heißt der pod vom gateway", "kubectl get pods --all-namespaces | grep -e NAME -e gateway"],
  [
    "warnungen aus finance",
    "kubectl get events --all-namespaces --field-selector=type=Warning | grep -e REASON -e finance",
  ],
  ["finance ns events", "kubectl get events --namespace=finance"],
  ["发布卡住了一半", "kubectl get deployments --all-namespaces"],
  ["letztes deployment von checkout", "kubectl get replicasets --all-namespaces"],
  ["wer hat checkout in shop zuletzt deployed", "kubectl rollout history deployments/checkout"],
  ["checkout 最后一次部署", "kubectl get replicasets --all-namespaces"],
  [
    "is the claim of prometheus bound",
    "persistentvolumeclaims --all-namespaces | grep -e NAME -e prometheus",
  ],
  ["prometheus 的 claim bound 了没", "persistentvolumeclaims --all-namespaces | grep -e NAME -e prometheus"],
  ["logging 下面哪些卷挂不上", "kubectl get persistentvolumeclaims --namespace=logging"],
  ["orders 这个 deployment 的 pod 给我看下", "kubectl get pods --all-namespaces | grep -e NAME -e orders"],
  ["orders 命名空间 orders-api 的 pod 详情", "kubectl describe pods orders-api --namespace=orders"],
  ["deploy von catalog-web in catalog wird nicht fertig", "kubectl rollout status deployments/catalog-web"],
  ["orders-api 的 rollout 卡在 2/4", "kubectl get deployments --all-namespaces | grep -e NAME -e orders-api"],
  ["catalog 里 catalog-web 发布一直不完", "kubectl rollout status deployments/catalog-web"],
])("%j looks with %j", (line, command) => {
  expect(read(line)).toMatchObject({ reading: "run", cluster: "prod-1" });
  expect(read(line).command).toContain(command);
});

test.each([
  "events in shop around 3 am",
  "what happened in shop between 2 and 3",
  "events shop 02:00-03:00",
  "what happened in shop last night",
  "events heute nacht in shop",
  "was war in shop zwischen 2 und 3",
  "was ist in shop heute nacht passiert",
  "shop 凌晨3点左右的事件",
  "昨晚shop里发生了什么",
  "shop 2点到3点之间发生了什么",
  "anything weird in ns shop around 4?",
  "errors in shop ns at 3am",
  "war gegen 4 irgendwas in shop",
  "was lief in shop von 02:10 bis 02:40",
  "ereignisse in shop so um halb drei",
  "4点左右 shop 有什么异常",
])("%j shows the events with their times, which kubectl alone leaves out", (line) => {
  expect(read(line).command).toMatch(
    /^kubectl get events --namespace=shop --sort-by=\.lastTimestamp .*LAST:\.lastTimestamp/,
  );
});

test.each([
  "export secret db-creds -n shop",
  "print secret db-creds in shop decoded",
  "whats the password in secret db-creds -n shop",
  "show secret db-creds -n shop -o yaml",
  "exportiere das secret db-creds -n shop",
  "gib mir das secret db-creds aus shop im klartext",
  "secret db-creds in shop dekodieren",
  "导出 secret db-creds -n shop",
  "secret db-creds -n shop 明文给我",
  "db-creds 的密码是多少 -n shop",
])("%j is refused, and the keys alone are offered", (line) => {
  expect(read(line)).toMatchObject({
    reading: "refused",
    code: "secret-values",
    suggestions: ["kubectl get secrets db-creds -n shop"],
  });
});

test.each([
  ["who scaled the nodes tonight", "whoChanged"],
  ["wer hat nodes hinzugefügt", "whoChanged"],
  ["今晚谁扩的节点", "whoChanged"],
  ["did somebody add nodes by hand", "whoChanged"],
  ["hat jemand von hand nodes dazugestellt", "whoChanged"],
  ["有人手动加节点吗", "whoChanged"],
  ["why did we get 3 new nodes", "nodePools"],
  ["why do we have more nodes than yesterday", "nodePools"],
  ["node anzahl ist gestiegen warum", "nodePools"],
  ["autoscaler 为什么加了3个节点", "nodePools"],
])("%j is answered by %s", (line, question) => {
  expect(read(line)).toMatchObject({ reading: "diagnose", question });
});

test.each([
  ["on call tomorrow?", "onCall"],
  ["am i on call this weekend", "onCall"],
  ["bin ich am Wochenende dran", "onCall"],
  ["wann bin ich wieder dran", "onCall"],
  ["wer löst mich ab", "onCall"],
  ["第二值班是谁", "onCall"],
  ["谁来接我的班", "onCall"],
  ["please escalate to L2 now", "onCall"],
  ["get level 2 on this", "onCall"],
  ["eskalier das bitte an L2", "onCall"],
  ["weck den backup", "onCall"],
  ["升级给二线", "onCall"],
  ["who's got friday", "onCall"],
  ["wer macht freitag", "onCall"],
  ["who covers for me tomorrow", "onCall"],
  ["kann wer anders geweckt werden, ich häng fest", "onCall"],
  ["能叫别人吗，我卡住了", "onCall"],
  ["wieso bin ich wach", "incidents"],
  ["我为什么被叫起来", "incidents"],
  ["second line please, this is above my head", "onCall"],
  ["ring the next in line", "onCall"],
  ["ruf den nächsten in der kette an", "onCall"],
  ["我的备份是谁", "onCall"],
  ["why the page at 4am", "incidents"],
  ["was muss ich hier noch machen", "incidents"],
  ["什么事这么急把我叫醒", "incidents"],
  ["why was I paged at 3:12", "incidents"],
  ["what woke me at 3:12", "incidents"],
  ["warum wurde ich um 3:12 geweckt", "incidents"],
  ["weshalb wurde ich gepaged", "incidents"],
  ["为什么3:12叫我", "incidents"],
  ["是哪个告警叫醒我的", "incidents"],
  ["what is left to do", "incidents"],
  ["im back, what's new", "incidents"],
  ["wo waren wir", "incidents"],
  ["还剩什么没做", "incidents"],
  ["was ist passiert während ich geschlafen hab", "story"],
])("%j asks for %s", (line, reading) => {
  expect(read(line).reading).toBe(reading);
});

test.each([
  ["alex you have it now", "hand over to alex"],
  ["megan takes over", "hand over to megan"],
  ["Megan hat das jetzt", "hand over to Megan"],
  ["这个给 Alex 跟", "hand over to Alex"],
  ["megan please take this one", "hand over to megan"],
  ["megan übernimm du bitte", "hand over to megan"],
  ["megan 麻烦你接一下", "hand over to megan"],
  ["转 tom", "hand over to tom"],
  ["我给 mia 了", "hand over to mia"],
  ["现在 mia 在跟", "hand over to mia"],
  ["weis das noah zu", "hand over to noah"],
  ["gehört jetzt liam", "hand over to liam"],
  ["分给 noah 吧", "hand over to noah"],
  ["mach den hier zu bitte", "close"],
  ["inc can be clsoed", "close"],
  ["done, clsoe it pls", "close"],
  ["shhh 30m", "mute 30m"],
  ["close incidnet", "close incident"],
  ["incident zumachen", "close"],
  ["关单", "close"],
  ["stop pinging us for 2 h", "mute 2h"],
  ["no more alerts for 1h please", "mute 1h"],
  ["halt mal die klappe für 1 stunde", "mute 1h"],
  ["Ruhe für 30 min", "mute 30m"],
  ["别再弹了静音一小时", "mute 1h"],
  ["别再静音了", "unmute"],
  ["alarme 15 min aus", "mute 15m"],
])("%j offers %j alone", (line, suggestion) => {
  expect(read(line)).toMatchObject({ reading: "notUnderstood", suggestions: [suggestion] });
});

test("what is asked of a rollout resumes none", () => {
  expect(read("ledger finance 的 rollout 状态")).not.toMatchObject({ reading: "changeInWords" });
});
