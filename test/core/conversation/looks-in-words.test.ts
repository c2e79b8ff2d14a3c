// Questions about what lies in a cluster, in words and in rows that kubectl printed, in each language.
import { commandText } from "../../../src/core/command/grammar/command-request.ts";
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { understanding, viewOf } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const view = viewOf(["prod-1", "prod-2"], "prod-1");
const read = (line: string) => understanding(line, view, messages("en"));

const lastEnd = [
  "NAMESPACE:.metadata.namespace,NAME:.metadata.name,RESTARTS:.status.containerStatuses[*].restartCount",
  "NOW:.status.containerStatuses[*].state.terminated.reason",
  "LAST:.status.containerStatuses[*].lastState.terminated.reason",
  "AT:.status.containerStatuses[*].lastState.terminated.finishedAt",
].join(",");
const revisions = [
  "NAMESPACE:.metadata.namespace,NAME:.metadata.name",
  String.raw`REVISION:.metadata.annotations.deployment\.kubernetes\.io/revision`,
  "PODS:.status.replicas,IMAGE:.spec.template.spec.containers[*].image,CREATED:.metadata.creationTimestamp",
].join(",");
const claims =
  "NAMESPACE:.metadata.namespace,NAME:.metadata.name,NODE:.spec.nodeName,PHASE:.status.phase,CLAIMS:.spec.volumes[*].persistentVolumeClaim.claimName";
const ofKilled = "grep -e NAME -e OOMKilled";

function written(command: string): string {
  const parsed = parseKubectl(command);
  return parsed.ok ? commandText(parsed.request) : command;
}

test.each([
  ["which pods are pending", "kubectl get pods -A | grep -e NAME -e Pending"],
  ["welche pods in shop sind pending", "kubectl get pods -n shop | grep -e NAME -e Pending"],
  ["shop 里有没有 crashloop 的", "kubectl get pods -n shop | grep -e NAME -e CrashLoop"],
  ["how much cpu does api in payments use", "kubectl top pods -n payments | grep -e NAME -e api"],
  ["wieviel cpu braucht api in payments", "kubectl top pods -n payments | grep -e NAME -e api"],
  ["payments 的 api 用了多少 cpu", "kubectl top pods -n payments | grep -e NAME -e api"],
  ["logs of shop/web before the crash", "kubectl logs deployment/web -n shop --previous"],
  ["zeig mir die logs vom letzten container von shop/web", "kubectl logs deployment/web -n shop --previous"],
  ["shop/web 崩溃前的日志", "kubectl logs deployment/web -n shop --previous"],
  ["any events across all namespaces?", "kubectl get events -A"],
  ["alle deployments im ganzen cluster", "kubectl get deployments -A"],
  ["所有命名空间的 pod", "kubectl get pods -A"],
  ["payments 命名空间 prod-1 集群 api 日志", "kubectl logs deployment/api -n payments"],
  ["prod-1 集群 payments 命名空间的 api 日志", "kubectl logs deployment/api -n payments"],
  ["did the rollout of shop/web finish?", "kubectl rollout status deployment/web -n shop"],
  ["logs of mail-0 namespace tools", "kubectl logs mail-0 -n tools"],
  [
    "payments   api-7d9f8b6c5-x2x4z   0/1   ImagePullBackOff   0   41m",
    "kubectl describe pods api-7d9f8b6c5-x2x4z -n payments",
  ],
  ["shop   data-web-0   Pending   gp2   3h", "kubectl describe persistentvolumeclaims data-web-0 -n shop"],
  // Of one name everything that belongs to it is shown.
  [
    "is report-export still suspended?",
    "kubectl get deployments,statefulsets,daemonsets,cronjobs,jobs,horizontalpodautoscalers,pods -A -o wide | grep -e NAME -e report-export",
  ],
  ["was läuft auf dem node alles drauf", "kubectl get pods -A -o wide --sort-by=.spec.nodeName"],
  ["这台 node 上跑了哪些 pod", "kubectl get pods -A -o wide --sort-by=.spec.nodeName"],
  [
    "which pods are not ready, all namespaces?",
    "kubectl get pods -A | grep -v -e 1/1 -e 2/2 -e 3/3 -e 4/4 -e 5/5 -e Completed",
  ],
  ["who has cluster-admin here", "kubectl get clusterrolebindings -o wide | grep -e NAME -e cluster-admin"],
  ["are there images with the tag latest in prod-1?", "kubectl get deployments -A -o wide"],
  ["welche Namespaces hängen in Terminating?", "kubectl get namespaces | grep -e NAME -e Terminating"],
  ["all warning events in shop please", "kubectl get events -n shop --field-selector=type=Warning"],
  [
    "which certificates in the cluster expire soon",
    "kubectl describe certificates -A | grep -e Name: -e After: -e Message:",
  ],
  ["whats the hpa doing on transcoder", "kubectl get hpa -A | grep -e NAME -e transcoder"],
  ["Welche Labels haben denn unsere Knoten?", "kubectl get nodes --show-labels"],
  ["有几台 NotReady", "kubectl get nodes"],
  // Whatever a filter looks for is no word of a sentence.
  [
    "kubectl logs deploy/basket -n shop --since=30m | grep -i timeout",
    "kubectl logs deploy/basket -n shop --since=30m | grep -i timeout",
  ],
  // A word of any sentence is no name, and each of several names may be meant.
  ["pending pods anywhere?", "kubectl get pods -A | grep -e NAME -e Pending"],
  [
    "what image is pricing-engine running",
    "kubectl get deployments -A -o wide | grep -e NAME -e pricing-engine",
  ],
  ["top 10 pods by restarts", "kubectl get pods -A --sort-by=.status.containerStatuses[0].restartCount"],
  [
    "cert for shop ingress expires when",
    "kubectl describe certificates -A | grep -e Name: -e After: -e Message:",
  ],
  ["disk pressure on aks-user-28461930-vmss000007", "kubectl describe nodes aks-user-28461930-vmss000007"],
  ["show pendng pods all namespaces", "kubectl get pods -A | grep -e NAME -e Pending"],
  ["kubectl get pvc in the logging namespace", "kubectl get pvc -n logging"],
  [
    "The namespace old-promo will not go away. It has been Terminating since yesterday.",
    "kubectl describe namespaces old-promo",
  ],
  ["network policies in shop", "kubectl get networkpolicies -n shop"],
  [
    "Does a network policy block traffic from namespace booking to namespace fares?",
    "kubectl describe networkpolicies -A",
  ],
  ["oomkilled anything in shop?", `kubectl get pods -n shop -o custom-columns=${lastEnd} | ${ofKilled}`],
  ["welche Pods wurden OOMKilled", `kubectl get pods -A -o custom-columns=${lastEnd} | ${ofKilled}`],
  ["OOMKilled 的有哪些", `kubectl get pods -A -o custom-columns=${lastEnd} | ${ofKilled}`],
  [
    "which pods restarted the most this week",
    "kubectl get pods -A --sort-by=.status.containerStatuses[0].restartCount",
  ],
  ["nur die warnings an events in shop", "kubectl get events -n shop --field-selector=type=Warning"],
  ["pod一直Terminating删不掉咋整", "kubectl get pods -A -o wide | grep -e NAME -e Terminating"],
  [
    "what is the memory limit on checkin-api?",
    "kubectl get deployments,statefulsets,daemonsets,cronjobs -A --field-selector=metadata.name=checkin-api -o yaml",
  ],
  ["svc没endpoint？ kubectl get ep inventory -n wms", "kubectl get endpoints inventory -n wms"],
  ["can i exec into pods in shop or not", "kubectl auth can-i create pods/exec -n shop"],
  [
    "any failed jobs last night",
    "kubectl get jobs -A --field-selector=status.successful=0 --sort-by=.status.startTime",
  ],
  ["events last 30m in ns pricing", "kubectl get events -n pricing --sort-by=.lastTimestamp"],
  ["ns old-promo stuck terminating", "kubectl describe namespaces old-promo"],
  ["k get pdo -n returns", "kubectl get pods -n returns"],
  [
    "zeig alle pods die nicht running sind",
    "kubectl get pods -A | grep -v -e 1/1 -e 2/2 -e 3/3 -e 4/4 -e 5/5 -e Completed",
  ],
  ["拉不下来镜像的 pod 有哪些", "kubectl get pods -A | grep -e NAME -e ImagePull"],
  ["ns old-crm hängt in Terminating", "kubectl describe namespaces old-crm"],
  ["loadtest 那個命名空間刪不掉,一直 Terminating", "kubectl describe namespaces loadtest"],
  [
    "welche pods laufen auf aks-user-31842207-vmss00000c",
    "kubectl get pods -A --field-selector=spec.nodeName=aks-user-31842207-vmss00000c",
  ],
  [
    "KubePodCrashLooping (namespace=orders, pod=order-sync-59bd7c8f6-9hjlw), was soll ich machen?",
    "kubectl describe pods order-sync-59bd7c8f6-9hjlw -n orders",
  ],
  ["能不能帮我看一下密钥 db-creds 的内容", "kubectl get secrets -A | grep -e NAME -e db-creds"],
  ["darf ich in shop pods löschen", "kubectl auth can-i delete pods -n shop"],
  ["我能删 shop 里的 pod 吗", "kubectl auth can-i delete pods -n shop"],
  ["doch nicht prod-2, ich mein prod-1: wie siehts mit den nodes aus", "kubectl get nodes"],
  ["what pods are still on vmss000003", "kubectl get pods -A -o wide | grep -e NAME -e vmss000003"],
  [
    "when does the cert on api.payments expire",
    "kubectl describe certificates -A | grep -e Name: -e After: -e Message:",
  ],
  [
    "wann läuft das zertifikat vom portal ab",
    "kubectl describe certificates -A | grep -e Name: -e After: -e Message:",
  ],
  [
    "did the eod batch run? cronjob eod-settlement",
    "kubectl get cronjobs -A | grep -e NAME -e eod-settlement",
  ],
  ["any nodes with disk pressure?", "kubectl describe nodes"],
  ["which namespaces are there and whose are they?", "kubectl get namespaces"],
  ["who eats all the memory", "kubectl top pods -A --sort-by=memory"],
  [
    "which limits does order-api have",
    "kubectl get deployments,statefulsets,daemonsets,cronjobs -A --field-selector=metadata.name=order-api -o yaml",
  ],
  ["on which node does kafka-1 run", "kubectl get pods -A -o wide | grep -e NAME -e kafka-1"],
  ["endpoints of service gateway in web", "kubectl get endpoints -n web | grep -e NAME -e gateway"],
  [
    "rollout history of order-api",
    `kubectl get replicasets -A -o 'custom-columns=${revisions}' | grep -e NAME -e order-api`,
  ],
  ["aks-user-000002   NotReady   agent   12d   v1.30.3", "kubectl describe nodes aks-user-000002"],
])("%j → %s", (line, command) => {
  expect(read(line)).toMatchObject({ reading: "run", cluster: "prod-1", command: written(command) });
});

test.each([
  ["az aks get-credentials -g rg -n prod-2 gives AuthorizationFailed", "prod-2"],
  [
    'Multi-Attach error for volume "pvc-3b1e77c0" Volume is already exclusively attached to one node',
    "prod-1",
  ],
  ["cluster autoscaler not scaling up, y?", "prod-1"],
  ["Last State: Terminated, Reason: OOMKilled, Exit Code: 137", "prod-1"],
  ["upstream connect error or disconnect/reset before headers. reset reason: connection failure", "prod-1"],
  ["PIM 我已经激活了，为啥还是 forbidden", "prod-1"],
  ["api-7d9f8b6c5-x2x4z   0/1   CrashLoopBackOff   14 (2m ago)   41m", "prod-1"],
  ["web   1/3   3   1   12d", "prod-1"],
  ["certificate web-tls   False   web-tls   3h12m", "prod-1"],
  ["psp-gateway keeps timing out", "prod-1"],
  ["coredns is failing? services cant resolve each other", "prod-1"],
  ["warum ist der ingress von shop 502", "prod-1"],
  ["Ein Knoten steht auf NotReady, ist das in Ordnung?", "prod-1"],
  ["autoscaler not adding nodes on prod-2, why", "prod-2"],
  ["rollout stuck at 2/5. what's it waiting for", "prod-1"],
  ['failed calling webhook "validation.gatekeeper.sh": context deadline exceeded', "prod-1"],
  ["readiness probe failed: HTTP probe failed with statuscode: 503", "prod-1"],
  ["pod里解析不了 redis.cache.svc.cluster.local，coredns 是不是有问题", "prod-1"],
  ["prod-2 是不是正在升级？节点一个个在重建", "prod-2"],
  ["prod-2 关机了吗，早上就连不上", "prod-2"],
  ["orders-api -> 5xx since 10 min, any idea?", "prod-1"],
  ["502s from the ingress for online-banking. backend or nginx?", "prod-1"],
  ["did we hit quota in uksouth? node pool wont grow", "prod-1"],
  ["dns broken in cluster? pods getting SERVFAIL for internal names", "prod-1"],
  ["prod-2 looks like it is stopped. Can you tell whether somebody shut it down?", "prod-2"],
  // The cluster stands in another sentence than the trouble.
  ["prod-2 gestoppt? api server antwortet nicht", "prod-2"],
  ["救命,prod-2 整个打不开了,客户都付不了款,我该怎么办??", "prod-2"],
])("%j is diagnosed", (line, cluster) => {
  expect(read(line)).toMatchObject({ reading: "diagnose", cluster });
});

/** Whatever is called so. */
const called = (name: string, where = "-A") =>
  `kubectl get deployments,statefulsets,daemonsets,cronjobs,jobs,horizontalpodautoscalers,pods ${where} -o wide | grep -e NAME -e ${name}`;

// What is named lies in the cluster: its own state answers, and the cause may lie in the cluster.
test.each([
  [
    "aks-user-31846209-vmss000004 fires KubeNodeNotReady. What should I look at first?",
    "kubectl describe nodes aks-user-31846209-vmss000004",
  ],
  ["is shop/web up?", called("web", "-n shop")],
  ["is redis ok?", called("redis")],
  ["ist redis kaputt?", called("redis")],
  ["redis 正常吗", called("redis")],
  ["web in shop is down", called("web", "-n shop")],
  ["web in shop ist down", called("web", "-n shop")],
  ["shop 的 web 挂了", called("web", "-n shop")],
  ["ingress-nginx keeps restarting", called("ingress-nginx")],
  ["why is ledger-api crashlooping", called("ledger-api")],
  ["pod stuck Terminating 40 mins. swift-gw-0", "kubectl get pods -A | grep -e NAME -e swift-gw-0"],
  ["svc card-auth has no endpoints", "kubectl get endpoints -A | grep -e NAME -e card-auth"],
  [
    "fx-pricing hpa says <unknown>/70%",
    "kubectl get horizontalpodautoscalers -A | grep -e NAME -e fx-pricing",
  ],
  [
    "wieso wird historian-db-0 alle paar Stunden neu gestartet?",
    "kubectl get pods -A | grep -e NAME -e historian-db-0",
  ],
  ["order-service 又重启了，看下为啥", called("order-service")],
  ["payment-worker hat 30 restarts seit gestern, bitte anschauen", called("payment-worker")],
  ["es-data-2 一直 ContainerCreating 20多分钟了", "kubectl get pods -A | grep -e NAME -e es-data-2"],
  ["is argocd up on prod-1", called("argocd")],
  ["läuft argocd auf prod-1", called("argocd")],
  ["argocd 在 prod-1 上还跑着吗", called("argocd")],
  ["node vmss00000b NotReady, wieso", "kubectl get nodes | grep -e NAME -e vmss00000b"],
  ["CrashLoopBackOff bei kundenportal", called("kundenportal")],
  ["wieso startet der mailversand dauernd neu", called("mailversand")],
  ["why does mailer keep restarting", called("mailer")],
  ["coredns 还好么", called("coredns", "-n kube-system")],
  ["billing-cron 怎么没跑", called("billing-cron")],
  ["versand-api kommt nicht hoch", called("versand-api")],
  ["is every pod in namespace identity on prod-1 healthy again", "kubectl get pods -n identity"],
  [
    "pvc 卡在 terminating 好几个小时了,data-kafka-2",
    `kubectl get pods -A -o custom-columns=${claims} | grep -e NAME -e data-kafka-2`,
  ],
  ["hpa 咋没扩", "kubectl get hpa -A"],
  ["pvc stuck in pending ns kafka, look pls", "kubectl get pvc -n kafka"],
  ["ImagePullBackOff bei mahnlauf auf prod-1, kommt der nicht an die acr ran?", called("mahnlauf")],
])("%j is looked at: %s", (line, command) => {
  expect(read(line)).toMatchObject({ reading: "run", cluster: "prod-1", command: written(command) });
  expect(read(line).suggestions).toContain(line.includes("prod-1") ? "diagnose prod-1" : "diagnose");
});

// Something that is named does not get to the API server.
test.each([
  "argocd can't sync to prod-1",
  "build-agent-7 can't connect to prod-1",
  "jenkins-03 times out when deploying to prod-1",
  "runner-12 kommt nicht auf den cluster prod-1",
  "build-agent-3 连不上 prod-1",
  "psp-gateway keeps timing out",
  "diagnoze prod-1",
  "our users report that prod-1 is gone",
])("%j is diagnosed, whatever it names", (line) => {
  expect(read(line)).toMatchObject({ reading: "diagnose", cluster: "prod-1" });
});

test.each([
  ["who has to approve a drain on prod", "told"],
  ["whats the break glass", "told"],
  ["I don't have anyone awake to approve this. Is there an emergency procedure?", "told"],
  ["Hello, I have just joined the on-call rota this week. What can you help me with?", "help"],
  ["Has the restart finished yet?", "run"],
  ["What did I change during my shift today? I need it for the handover.", "status"],
  ["@all bridge is open, join pls, link in incident channel", "notUnderstood"],
  ["where's my approval stuck", "status"],
  ["wer kann um diese Uhrzeit überhaupt freigeben, Reto nimmt nicht ab", "told"],
  ["mit welchem Konto fragst du den Cluster eigentlich ab?", "told"],
  ["我是谁，你现在拿谁的身份在查", "whoAmI"],
  ["zieh den antrag zurück, hat sich erledigt", "told"],
  ["回滚完了没", "status"],
  ["有哪些待审批的单子", "status"],
  ["geht auf prod-2 command invoke oder ist das gesperrt", "diagnose"],
  ["prod-2 我现在从家里走哪条路能进去？VPN 刚断了", "access"],
  ["müde.", "notUnderstood"],
  ["don't sign me out", "notUnderstood"],
  ["bitte nicht abmelden", "notUnderstood"],
  ["不要退出登录", "notUnderstood"],
  ["do not forget me", "notUnderstood"],
  ["sign me out", "signOut"],
  ["don't watch prod-2 any more", "unwatch"],
  ["kannst du mich im SAP buchen, 2h15", "beyond"],
  ["did it come up", "run"],
  ["grep timeout in psp-gateway logs last 1h", "logs"],
  ["logs von order-svc der letzten stunde", "logs"],
  ["logs for ledger-api last 15 min, previous container pls", "logs"],
  ["approver not picking up. who else can approve. its 3am", "told"],
  ["do I need PIM for prod-2? which role", "told"],
  ["as whom do you ask the cluster?", "told"],
  ["wie lange behältst du die logs?", "told"],
  ["did it go through or not", "status"],
  ["scale userpool on prod-2 to 12 nodes", "told"],
])("%j asks for %s", (line, reading) => {
  expect(read(line)).toMatchObject({ reading });
});

test.each([
  ["what k8s version are all clusters on", { reading: "clusters" }],
  ["is prod-1 still on a supported version?", { reading: "diagnose", cluster: "prod-1" }],
  ["I can reach prod-2 but not prod-1", { reading: "which" }],
  ["warum komme ich auf prod-2 aber nicht auf prod", { reading: "which" }],
  ["kubectl get pods -n shop  # prod-2", { reading: "run", cluster: "prod-2" }],
  ["logs coredns", { command: "kubectl logs deployments/coredns --namespace=kube-system --tail=1000" }],
  [
    "describe pod api-7d9f8b6c5-x2x4z",
    {
      command:
        "kubectl get pods --all-namespaces --field-selector=metadata.name=api-7d9f8b6c5-x2x4z --output=yaml",
    },
  ],
  [
    "kubectl logs -f deploy/api -n shop",
    { reading: "refused", suggestions: ["kubectl logs deploy/api -n shop"] },
  ],
  ["not prod-2, I meant prod-1", { reading: "again", cluster: "prod-1" }],
])("%j", (line, meant) => {
  expect(read(line)).toMatchObject(meant);
});

test.each([
  "welches image läuft beim tarifrechner in payments?",
  "payment gateway keeps crashlooping",
  "payments pods cant reach the sql db. netpol or firewall?",
])(
  "%j: a word that begins a cluster's name and may lie in the one that was spoken of is asked back",
  (line) => {
    const seen = viewOf(["prod-1", "payments-aks"], "prod-1");
    expect(understanding(line, seen, messages("en"))).toMatchObject({
      reading: "which",
      buttons: [{ cluster: "payments-aks" }, { cluster: "prod-1" }],
    });
  },
);
