// Changes in words: each is asked back as the line that makes it, or it is said which word is missing; what nothing here does
// is said to be so. For somebody who sees two clusters, in a chat that spoke of the first.

import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { understandLine } from "../../../src/core/conversation/reading/understand-line.ts";
import { understanding, viewOf } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const view = viewOf(["prod-1", "prod-2"], "prod-1");
const read = (line: string, seen = view) => understanding(line, seen, messages("en"));

const ordering = /^kubectl (?:scale|rollout (?:restart|undo)|delete|drain|create|set|patch)/;
const scale = "kubectl scale deployment/web -n shop --replicas=5";
const restart = "kubectl rollout restart deployment/api -n payments";
const undo = "kubectl rollout undo deployment/web -n shop";
const pod = "kubectl delete pods api-7d9f8b6c5-x2x4z -n payments";
const image = "kubectl set image deployment/api api=reg.example.com/api:1.4.2 -n payments";

test.each([
  ["scale web in shop to 5", scale],
  ["scale web in shop on prod-1 to 5", scale],
  ["scale web in shop to 5, requested by Anna", scale],
  ["could you please scale the web deployment in the shop namespace to five replicas? thank you", scale],
  ["bitte shop/web auf 5 replicas hochskalieren", scale],
  ["mach mal 5 replicas von web in shop", scale],
  ["把 web 在 shop 扩到 5 个副本", scale],
  ["把shop命名空间的web扩容到5", scale],
  ["restart the api deployment in payments", restart],
  ["Hi, can you restart api in payments please?", restart],
  ["Hallo, kannst du api in payments bitte neu starten?", restart],
  ["restart paywall im ns abo bitte", "kubectl rollout restart deployment/paywall -n abo"],
  ["Hi, I think we should restart payments/api, would that be possible?", restart],
  ["starte das deployment api in payments neu", restart],
  ["重启 payments 里的 api deployment", restart],
  ["rolle shop/web zurück", undo],
  ["kill the pod payments/api-7d9f8b6c5-x2x4z it hangs", pod],
  ["restart pod api-7d9f8b6c5-x2x4z in payments", pod],
  ["lösch den pod api-7d9f8b6c5-x2x4z in payments", pod],
  ["删掉 payments 的 pod api-7d9f8b6c5-x2x4z", pod],
  ["set image of deployment api in payments to reg.example.com/api:1.4.2", image],
  ["setz image von deployment api in payments auf reg.example.com/api:1.4.2", image],
  ["把 payments 里 deployment api 的镜像换成 reg.example.com/api:1.4.2", image],
  ["cordon node aks-system-0", "kubectl cordon aks-system-0"],
  ["node aks-system-0 sperren", "kubectl cordon aks-system-0"],
  ["封锁节点 aks-system-0", "kubectl cordon aks-system-0"],
  ["uncordon aks-system-0", "kubectl uncordon aks-system-0"],
  [
    "bitte heben Sie die Sperre des Knotens aks-user-12345678-vmss000003 wieder auf",
    "kubectl uncordon aks-user-12345678-vmss000003",
  ],
  ["can you drain aks-user-3 please", "kubectl drain aks-user-3 --ignore-daemonsets"],
  ["帮忙把 aks-user-3 排空", "kubectl drain aks-user-3 --ignore-daemonsets"],
  ["bounce coredns", "kubectl rollout restart deployment/coredns -n kube-system"],
  ["restart statefulset redis in cache", "kubectl rollout restart statefulset/redis -n cache"],
  ["del pod kafka-2 in ns streaming", "kubectl delete pods kafka-2 -n streaming"],
  [
    "raise the mem limit of web in shop to 1gi",
    "kubectl set resources deployment/web -n shop --limits=memory=1Gi",
  ],
  [
    "bump maxReplicas of the web hpa in shop to 30",
    `kubectl patch hpa web -n shop -p '{"spec":{"maxReplicas":30}}'`,
  ],
  [
    "suspend cronjob export in shop till i say so",
    `kubectl patch cronjob export -n shop -p '{"spec":{"suspend":true}}'`,
  ],
  ["rollout restart deploy/web -n shop", "kubectl rollout restart deploy/web -n shop"],
  [
    "set image order-service order-service=reg.example.com/order:5.3.1 -n orders",
    "kubectl set image deployment/order-service order-service=reg.example.com/order:5.3.1 -n orders",
  ],
  ["delete pod kafka-2 -n streaming", "kubectl delete pod kafka-2 -n streaming"],
  [
    "setz das memory limit von web in shop auf 2Gi",
    "kubectl set resources deployment/web -n shop --limits=memory=2Gi",
  ],
  [
    "video-transcode in media: memory limit 改成 4Gi，requests 改成 2Gi",
    "kubectl set resources deployment/video-transcode -n media --requests=memory=2Gi --limits=memory=4Gi",
  ],
  [
    "set cpu limit 500m and memory limit 1Gi on api in shop",
    "kubectl set resources deployment/api -n shop --limits=cpu=500m,memory=1Gi",
  ],
  [
    "Vergrössern Sie den PVC data-db-0 in shop bitte auf 200 Gi.",
    `kubectl patch pvc data-db-0 -n shop -p '{"spec":{"resources":{"requests":{"storage":"200Gi"}}}}'`,
  ],
  ["Bitte erhöhen Sie web in shop auf acht Replikas.", "kubectl scale deployment/web -n shop --replicas=8"],
  [
    "set the hpa web in shop to min 4 max 16",
    `kubectl patch hpa web -n shop -p '{"spec":{"minReplicas":4,"maxReplicas":16}}'`,
  ],
  [
    "add the taint dedicated=batch:NoSchedule to aks-user-12345678-vmss000001",
    "kubectl taint nodes aks-user-12345678-vmss000001 dedicated=batch:NoSchedule",
  ],
  ["删除 Pod redis-session-0，namespace 是 auth。", "kubectl delete pods redis-session-0 -n auth"],
  ["给 namespace crm-dev 打上 label team=growth。", "kubectl label namespace crm-dev team=growth"],
  ["please scale web in shop down to zero", "kubectl scale deployment/web -n shop --replicas=0"],
  ["annotate ns rates oncall=gareth", "kubectl annotate namespace rates oncall=gareth"],
  [
    "Node aks-user-12345678-vmss000001 drainen, daemonsets ignorieren, emptydir löschen",
    "kubectl drain aks-user-12345678-vmss000001 --ignore-daemonsets --delete-emptydir-data",
  ],
  // A ticket is no object, and words of the sentence are no cluster.
  [
    "ok bitte auf die vorige Revision zurückrollen, checkout-api in checkout",
    "kubectl rollout undo deployment/checkout-api -n checkout",
  ],
  ["把 shop/web 的内存limit改到2Gi", "kubectl set resources deployment/web -n shop --limits=memory=2Gi"],
  ["pausier das rollout von shop/web", "kubectl rollout pause deployment/web -n shop"],
  ["暂停 shop/web 的发布", "kubectl rollout pause deployment/web -n shop"],
  [
    "set JAVA_TOOL_OPTIONS=-XX:MaxRAMPercentage=75 on deployment scheduler in docks",
    "kubectl set env deployment/scheduler JAVA_TOOL_OPTIONS=-XX:MaxRAMPercentage=75 -n docks",
  ],
  ["drain node aks-user-3, wartung morgen früh", "kubectl drain aks-user-3 --ignore-daemonsets"],
  ["drainen bitte, aks-user-3, aber daemonsets ignorieren", "kubectl drain aks-user-3 --ignore-daemonsets"],
  ["昨晚发布的新版本有问题,请把 shop/web 回滚到上一个版本", undo],
  ["kubectl rollout restart deploy web -n shop", "kubectl rollout restart deploy web -n shop"],
  [
    "resize pvc data-0 in shop to 50Gi",
    `kubectl patch pvc data-0 -n shop -p '{"spec":{"resources":{"requests":{"storage":"50Gi"}}}}'`,
  ],
  [
    "vergrößere das pvc data-0 im namespace shop auf 50Gi",
    `kubectl patch pvc data-0 -n shop -p '{"spec":{"resources":{"requests":{"storage":"50Gi"}}}}'`,
  ],
  [
    "把 shop 里的 pvc data-0 扩到 50Gi",
    `kubectl patch pvc data-0 -n shop -p '{"spec":{"resources":{"requests":{"storage":"50Gi"}}}}'`,
  ],
  ["restart the failing api deployment in payments", restart],
  ["scale web in shop 3 -> 5", scale],
  ["roll back shop/web to revision 14", `${undo} --to-revision=14`],
  [
    "set LOG_LEVEL=debug on deployment api in payments",
    "kubectl set env deployment/api LOG_LEVEL=debug -n payments",
  ],
  [
    "ConfigMap portal-config in shop: bitte MAINTENANCE auf true setzen",
    `kubectl patch configmap portal-config -n shop -p '{"data":{"MAINTENANCE":"true"}}'`,
  ],
  ["label namespace payments with team=ops", "kubectl label namespace payments team=ops"],
  ["lösch den namespace feature-231", "kubectl delete namespace feature-231"],
  ["habe api in shop neu gestartet, bitte shop/web auf 5 skalieren", scale],
])("%j is asked back as a command", (line, command) => {
  expect(read(line)).toMatchObject({
    reading: "changeInWords",
    argv: null,
    suggestions: [`${command} on prod-1`],
  });
  expect(read(`${command} on prod-1`)).toMatchObject({ reading: "change", cluster: "prod-1" });
  expect(parseKubectl(command).ok).toBe(false);
});

test.each([
  [
    "Scale order-worker to 6 replicas in the orders namespace, please. The queue is backing up.",
    "kubectl scale deployment/order-worker -n orders --replicas=6",
    "The queue is backing up.",
  ],
  ["scale web in shop to 5, api answers null", scale, "api answers null"],
  [
    "Bitte starten Sie web in shop neu, die Begründung ist INC-20931.",
    "kubectl rollout restart deployment/web -n shop",
    "INC-20931.",
  ],
  [
    "dann loesch mal pod worker-7b5c9d6f44-9kzrt in lager, der haengt auf Terminating",
    "kubectl delete pods worker-7b5c9d6f44-9kzrt -n lager",
    "der haengt auf Terminating",
  ],
  ["restart api in payments, it does not answer", restart, "it does not answer"],
  ["restart api in payments on prod-1, it hangs since noon", restart, "it hangs since noon"],
  ["starte das deployment api in payments neu, es antwortet nicht mehr", restart, "es antwortet nicht mehr"],
  ["把 payments 里的 api 重启一下，它还是卡住", restart, "它还是卡住"],
  ["把 payments 里的 api deployment 重启一下，业务说打不开", restart, "业务说打不开"],
  ["把 payments 里的 api 重启一下，原因是连接都断了", restart, "连接都断了"],
  ["restart api in payments, it keeps crashing", restart, "it keeps crashing"],
  ["roll back shop/web, the new image is broken", undo, "the new image is broken"],
  ["shop 里的 web 回滚一下，新镜像有问题", undo, "新镜像有问题"],
])("%j is asked back with why it is ordered", (line, command, why) => {
  expect(read(line)).toMatchObject({
    reading: "changeInWords",
    suggestions: [`${command} on prod-1 because ${why}`],
  });
});

test.each([
  "restart api in payments, but only when web is back",
  "restart api in payments, not now",
  "starte api in payments neu, aber erst um 22 Uhr",
  "把 payments 里的 api 重启一下，不要动 web",
])("%j: what limits the order is no reason for it", (line) => {
  expect(read(line).suggestions.join()).not.toContain("because");
});

test.each([
  ["scale web in shop to 5 on prod-2", [`${scale} on prod-2`]],
  ["skaliere web in shop auf prod-2 auf 5", [`${scale} on prod-2`]],
  ["prod-2 上 shop 的 web 扩到 5", [`${scale} on prod-2`]],
  ["restart payments/api because it leaks memory", [`${restart} on prod-1 because it leaks memory`]],
])("%j names its cluster, and keeps why", (line, suggestions) => {
  expect(read(line)).toMatchObject({ reading: "changeInWords", suggestions });
});

test.each([
  "restart payments/api on prod-9",
  "scale web in shop to 5 on qa-3",
  "starte payments/api auf qa-3 neu",
])("%j: a cluster that cannot be seen is never another one", (line) => {
  expect(read(line).reading).toBe("unseen");
});

// What one command cannot say is not left out of it: whoever asks is told to write it.
test.each([
  "restart api and web in ns shop",
  "restart everything but api in ns shop",
  "scale api in ns shop up by 2",
  "scale api in ns shop to 50%",
  "scale api in ns shop to 5 in 10 minutes",
  "set image of api in ns shop from api:1.1 to api:1.2",
  "remove the label owner=jonas from deployment api in ns shop",
  "set memory limit of container sidecar of api in ns shop to 1Gi",
  "roll back api in ns shop two revisions back",
  "drain aks-user-3 without ignoring daemonsets",
  "skaliere api im namespace shop um 2 hoch",
  "label deployment api in ns shop with --all=b",
])("%j becomes no command", (line) => {
  expect(
    read(line).suggestions.filter(
      (each) => parseKubectl(each).ok === false && /^kubectl (?!describe|get)/.test(each),
    ),
  ).toEqual([]);
});

test.each([
  "should we restart api in ns shop?",
  "did you restart api in ns shop?",
  "is it safe to drain aks-user-3",
  "if it crashes again, restart api in ns shop",
  "nobody should restart api in ns shop",
  "avoid restarting api in ns shop",
  "sollen wir api im namespace shop auf 5 skalieren?",
  "api im namespace shop nicht neu starten",
  "falls die last steigt, api in shop auf 10 skalieren",
  "是否需要重启 payments 的 api",
  "别重启 payments 的 api",
  "should I run kubectl delete pod api-0 -n shop on prod-2?",
])("%j orders nothing", (line) => {
  const { reading, suggestions } = read(line);
  expect(reading).not.toBe("change");
  expect(
    /^should I run/.test(line) ||
      suggestions.every((each) => !/^kubectl (?!describe|get|logs|top)/.test(each)),
  ).toBe(true);
});

test.each([
  "which pods use most memory in qa-3",
  "events in aks-dev-weu",
  "cpu usage in qa-3",
  "restart api in ns shop in qa-3",
])("%j names a cluster that cannot be seen", (line) => {
  expect(read(line).reading).toBe("unseen");
});

test.each([
  "k delete pod api-0 -n shop --force prod-2的",
  "kubectl rollout restart deployment/web -n shop prod-2上的",
])("%j: the name right before 的 is the cluster", (line) => {
  expect(read(line)).toMatchObject({ reading: "change", cluster: "prod-2" });
});

test("of several objects the last may be a cluster: such a change has to name one", () => {
  expect(read("kubectl delete pod api-0 -n shop prod-2")).toMatchObject({ reading: "refused" });
});

test("without a cluster there is a button for each", () => {
  expect(read("scale web in shop to 5", viewOf(["prod-1", "prod-2"], null))).toMatchObject({
    ...{ reading: "which", asks: "changeInWords", argv: null },
    buttons: [{ cluster: "prod-1" }, { cluster: "prod-2" }],
  });
});

test.each([
  ["restart the api deployment", "namespace"],
  ["scale up the frontend", "replicas"],
  ["delete the broken pod", "name"],
  ["raise the memory limit of web in shop", "quantity"],
  ["uncordon the node back", "node"],
  ["restart all deploymnets in ns search", "each"],
  ["clean up the Evicted pods in ns reporting", "each"],
  ["Räum bitte die ganzen Evicted Pods im Namespace monitoring weg", "each"],
  ["清理一下 video 里 Completed 的 job，太多了", "each"],
  ["fare sale goes live at 9. Set fares-search min replicas to 12", "namespace"],
  ["restart storefront on prod-2", "namespace"],
  ["drain the node", "node"],
  ["api deployment neu starten", "namespace"],
  ["node drainen", "node"],
  ["重启 api deployment", "namespace"],
  ["排空节点", "node"],
  ["bitte den cordonen, damit nichts Neues mehr darauf landet", "node"],
  ["search 回滚到上一版", "namespace"],
  ["vergrößere das pvc data-0 auf 50Gi", "namespace"],
])("%j lacks its %s", (line, lacks) => {
  expect(read(line)).toMatchObject({ reading: "changeInWords", lacks, suggestions: [] });
});

test.each([
  "how much does prod-1 cost us per month?",
  "write me a poem about kubernetes",
  "what's wrong with our EKS cluster",
  "open a jira for the disk thing",
  "rebase mal meinen branch auf main",
  "帮我把jira单子关了",
  "was kostet prod-1 im monat?",
])("%j is beyond the product", (line) => {
  expect(read(line)).toMatchObject({ reading: "beyond", suggestions: [] });
});

test.each([
  ["create a new cluster in westeurope", "azure"],
  ["delete the cluster prod-2", "azure"],
  ["upgrade prod-1 to 1.31", "azure"],
  ["add 2 nodes to userpool on prod-1, black friday", "azure"],
  ["lösche den cluster prod-2", "azure"],
  ["stop prod-2 over the weekend", "azure"],
  ["在 westeurope 建一个新集群", "azure"],
  ["手动再跑一次 nightly 任务", "job"],
  ["run the cronjob eod-settlement one time now in ns settlement", "job"],
  ["Kannst du den CronJob bestandsabgleich einmal manuell triggern?", "job"],
  ["yep go ahead", "press"],
  ["ja mach", "press"],
  ["可以，执行吧", "press"],
  ["give Tomasz read access on ns fraud, he's covering me Thursday", "roles"],
  ["Welche Rolle brauche ich, um in payments-aks Secrets auflisten zu können?", "roles"],
  ["any deprecated apis in use on prod-1 before we go to 1.30?", "upgrades"],
  ["break glass prod-1 brauch ich jetzt", "emergency"],
  ["emergency on prod-1, nobody is awake", "emergency"],
  ["open a shell in pod api-0 of payments", "exec"],
])("%j is no change here, and a card says what is: %s", (line, topic) => {
  expect(read(line)).toMatchObject({ reading: "told", topic });
});

test.each([
  "please don't ever delete the namespace shop",
  "delete namespace shop? no!",
  "namespace shop deleted",
  "delete every pod in shop apart from web-0",
  "删除 shop 里除 web-0 以外的 pod",
  "restart web in shop, but not on prod-1",
  "restart web in shop anywhere but prod-1",
  "重启 shop 里的 api,但不要在 prod-1",
  "restart web in shop like on prod-2",
  "restart web in shop on porduction",
  "scale web in shop to 5 on uat",
  "scale web in shop to 5 on prod-1a",
  "restart web in shop everywhere",
  "web in shop has 3 replicas",
  "is 5 replicas enough for web in shop",
  "shop 里的 web 有 5 个副本",
  "pvc data-0 in db is full at 20Gi",
  "why is LOG_LEVEL=debug on deployment api in shop",
  "api in shop restarted",
  "我重启了 shop 里的 api",
  "节点 aks-user-12345678-vmss000003 已排空",
  "under no circumstances restart api in shop",
  "先不重启 shop 里的 api",
  "restart payments/api. Actually never mind",
  "restart api in shop if it crashes again",
  "skaliere web in shop auf 5, sobald mehr Last kommt",
  "would restarting api in shop help",
  "soll api in shop neu gestartet werden?",
  "Bob will restart api in shop",
  "Anna, starte bitte api in shop neu",
  "restart api in shop tonight",
  "scale web in shop down by one",
  "扩到十五个 shop 的 web",
  "restart api in shop then scale it to 5",
  "drain aks-user-12345678-vmss000003 and delete it",
  "rollback helm release api in shop",
  // The opposite of what one of its words says.
  "end the pause of the rollout of web in shop",
  "解封节点 aks-user-12345678-vmss000003",
  "undo: scale web in shop to 5",
  "mach den Neustart von web in shop rückgängig",
  "撤销 shop 里 web 的重启",
  "cordon all nodes but aks-user-12345678-vmss000003",
  "skaliere alle bis auf web in shop auf 0",
  // More or fewer than there are, and a part of a longer number.
  "add two replicas to web in shop",
  "erhöhe web in shop um zwei Replicas",
  "scale web in shop to twenty five",
  "set the cpu limit of web in shop to 2 and memory to 4Gi",
  "set the memory limit of web in shop to 512m",
  // Nobody knows whether that is the cluster that was spoken of.
  "restart web in shop in production",
  "在测试环境重启 shop 里的 web",
  // Said to others, of others, or for another time.
  "> restart web in shop",
  "remind me to restart web in shop",
  "Keycloak-Pods in shop starten im Kreis neu",
  "node aks-user-12345678-vmss000003 has the taint dedicated=gpu:NoSchedule, is that it",
])("%j orders nothing that one command could do", (line) => {
  expect(read(line)).toMatchObject({
    argv: null,
    suggestions: expect.not.arrayContaining([expect.stringMatching(ordering)]),
  });
});

test.each([
  ["please restart web in shop", []],
  ["could you restart web in shop now, thanks", []],
  ["bitte web in shop jetzt neu starten, danke", []],
  ["帮我重启一下 shop 里的 web，谢谢", []],
  ["restart web in shop nightly", ["nightly"]],
  ["restart web in shop before 6pm", ["before 6pm"]],
  ["drain aks-user-12345678-vmss000003 but leave the db pods", ["but leave", "db"]],
  ["starte web in shop jede Nacht neu", ["jede Nacht"]],
  ["周末把 shop 的 web 扩到 5 个副本", ["周末"]],
])("what the command of %j leaves out is told: %j", (line, unread) => {
  expect(read(line)).toMatchObject({ reading: "changeInWords" });
  expect(read(line).unread ?? []).toEqual(unread);
});

test.each([
  "prod-1 upgrade failed? portal says so",
  "error: cannot delete Pods declare no controller (use --force to override): batch/debug-shell",
  "why does the api deployment in payments restart",
  "i restarted payments/api",
  "logs of payments/api from before the restart",
  "wie oft wurde web in shop neu gestartet?",
  "bitte web in shop nicht neu starten, wartung",
  "shop 的 web 回滚历史",
  "prod-1 drain卡住了",
  "shop/web 重启次数最多吗",
  "why was web in shop restarted",
  "we already scaled web in shop to 5, still pending",
  "habe web in shop neu gestartet, geht immer noch nicht",
  "web in shop auf 5 replicas skaliert und jetzt pending",
  "drain von aks-user-12345678-vmss000001 hängt seit 20 Minuten",
  "HPA 怎么不扩啊，CPU 都 90% 了",
  "这个 ns 删了一小时还是 Terminating: promo-0618",
  "order-api 怎么老重启",
  "should I restart api in shop?",
  "do pods pick up a changed configmap on their own or do I have to restart them?",
  "don't restart api in shop",
  "poddisruptionbudget blockt den drain, welches",
  "helm-release grafana in monitoring failed, upgrade hängt seit ner std",
  "回滚到哪个版本了？",
  "上面还有对局在跑吗？有就别 drain",
  "删掉 redis-0 的话数据会不会丢?我还没有敢按",
  "如果我 drain 了这个节点,上面的服务会不会断掉?",
  // What was said before the question is what it asks about.
  "In shop startet der Pod api-7d9c6b5f48-xk2lp immer wieder neu. Woran liegt das?",
  "it restarted api-0 in shop. why?",
])("%j asks for no change", (line) => {
  expect(read(line).reading).toMatch(/^(?:run|diagnose|help|told|notUnderstood)$/);
});

// Each word more would be read twice as often, or each name with all others: it would not end.
test.each<[string, string]>([
  ["a word for an emergency, many times", `${"emergency: ".repeat(60)}restart web in shop on prod-1`],
  [
    "the same, with as many reasons",
    `${"notfall: ".repeat(60)}restart web in shop${" because it hangs".repeat(60)}`,
  ],
  ["more names than a sentence holds", Array.from({ length: 400 }, (_, at) => `prod-${at}`).join(" ")],
])("%s: not read", (_what, line) => {
  expect(understandLine(line).is).toBe("misread");
});

test.each([
  "emergency: kubectl scale deployment/api --replicas=3 -n payments on prod-1 because orders are stuck",
  "hi all, kubectl scale deployment/api --replicas=3 -n payments on prod-1",
])("%j is asked for as it is written", (line) => {
  expect(read(line)).toMatchObject({ reading: "change", cluster: "prod-1" });
});
