// Changes as runbooks and people write them: in each form that is found again and again, they are taken as they stand.
// What is refused of such lines says what to write instead.
import { parseCommand } from "../../../../src/core/command/parse-command.ts";
import { say } from "../../../../src/presenters/messages/catalogue/says.ts";
import { messages } from "../../../../src/presenters/messages/messages.ts";

const taken = `
kubectl scale deployment api --replicas=3
kubectl scale deployment api --replicas 3 -n payments
kubectl scale --replicas=3 deploy/api
kubectl scale deployment -n kube-system coredns --replicas=3
kubectl scale deployment api worker scheduler --replicas=0 -n payments
kubectl scale rs api-5d4f --replicas=5   # up again
kubectl scale --current-replicas=2 --replicas=3 deployment/api
kubectl scale --replicas=5 rc/one rc/two rc/three
kubectl scale statefulset db --replicas=3
kubectl -n payments rollout restart deploy api
kubectl rollout restart deployment/api -n payments
kubectl rollout restart daemonset/fluentd -n logging
kubectl rollout restart deploy/api deploy/worker
kubectl -n kube-system rollout restart ds/cilium
kubectl rollout undo deployment/api --to-revision=2 -n payments
kubectl rollout undo deployment api -n payments
kubectl rollout pause deployment/api
kubectl rollout resume deploy api
kubectl cordon aks-user-31846275-vmss000001
kubectl cordon node/aks-user-31846275-vmss000001
kubectl uncordon aks-user-31846275-vmss000001 aks-user-31846275-vmss000002
kubectl drain aks-user-31846275-vmss000001 --ignore-daemonsets --delete-emptydir-data
kubectl drain aks-user-31846275-vmss000001 --force --ignore-daemonsets --timeout=180s
kubectl drain --ignore-daemonsets --pod-selector='app!=db' nodes/aks-user-31846275-vmss000001
kubectl delete pod api-7c9d-x2x4
kubectl delete pods/a pods/b
kubectl delete pod a b c -n payments
kubectl delete pod api-0 --grace-period=0 --force -n payments
kubectl delete pod api-0 --now
kubectl delete deployment,svc api
kubectl delete deployment api --cascade=orphan
kubectl delete namespace sandbox --wait=false
kubectl delete job migrate --ignore-not-found
kubectl delete validatingwebhookconfiguration ingress-nginx-admission
kubectl delete certificates.cert-manager.io api -n payments
kubectl delete node aks-user-31846275-vmss000001
kubectl delete secret db-credentials -n payments
kubectl label namespace payments istio-injection=enabled --overwrite
kubectl label ns payments pod-security.kubernetes.io/enforce=restricted pod-security.kubernetes.io/warn=restricted
kubectl label nodes aks-user-31846275-vmss000001 disktype=ssd
kubectl label node x y-
kubectl label --overwrite pod api-0 env=debug
kubectl annotate deployment api kubernetes.io/change-cause="image of Tuesday"
kubectl annotate ingress web -n payments cert-manager.io/cluster-issuer=letsencrypt --overwrite
kubectl annotate externalsecret db force-sync="1700000000" --overwrite
kubectl annotate scaledobject api -n payments autoscaling.keda.sh/paused="true"
kubectl annotate workspace tuning stopped-
kubectl taint nodes aks-user-31846275-vmss000001 team=a:NoSchedule
kubectl taint node x k:NoSchedule-
kubectl taint nodes x node-role.kubernetes.io/control-plane=:NoSchedule-
kubectl set image deployment/api api=contoso.azurecr.io/api:1.4.2 -n payments
kubectl set image deployment api api=contoso.azurecr.io/api:1.4.2 --record
kubectl set image daemonset agent *=contoso.azurecr.io/agent:2
kubectl set image deploy/api api=contoso.azurecr.io/api@sha256:4bc453b53cb3d914b45f4b250294236adba2c0e09ff6f03793949e7e39fd4cc1
kubectl set env deployment/api LOG_LEVEL=debug -n payments
kubectl set env deploy api FEATURE_X=true --overwrite
kubectl set env deployment/api --namespace payments BACKEND=http://search.payments.svc.cluster.local:8481
kubectl set env deployment/api OLD_FLAG-
kubectl set resources deployment api --limits=cpu=1000m,memory=2Gi --requests=cpu=500m,memory=1Gi
kubectl set resources deployment api -c=api --limits=cpu=200m
kubectl patch svc api -n payments -p '{"spec": {"type": "NodePort"}}'
kubectl patch pv data -p '{"metadata":{"finalizers":null}}' --type=merge
kubectl patch deployment api --type='json' -p='[{"op": "remove", "path": "/spec/template/spec/containers/0/livenessProbe"}]'
kubectl patch hpa api -p "{\\"spec\\":{\\"maxReplicas\\":5}}"
kubectl patch cronjob nightly -p '{"spec":{"suspend":true}}' -n batch
kubectl -n kube-system patch cm coredns-custom --type merge --patch '{"data":{"log.override":"log"}}'
kubectl autoscale deployment api --min=2 --max=10 --cpu-percent=50
kubectl autoscale rc api --max=5 --cpu-percent=80
`
  .trim()
  .split("\n");

test.each(taken)("%s", (line) => {
  expect(parseCommand(line)).toMatchObject({ ok: true, is: "change" });
});

test.each([
  ["kubectl scale deployment --all --replicas=0", "by their names: kubectl scale"],
  ["kubectl delete pod -l app=api", "by their names: kubectl delete pod"],
  ["kubectl rollout restart deployment -n payments", "by their names: kubectl rollout restart"],
  ["kubectl taint nodes --all node-role.kubernetes.io/master-", "by their names: kubectl taint"],
  ["kubectl drain aks-user-31846275-vmss000001", "Say it with --ignore-daemonsets: kubectl drain"],
  ["kubectl drain n --ignore-daemonsets --delete-local-data", "--delete-emptydir-data"],
  ["kubectl drain n --ignore-daemonsets --timeout=300s", "four minutes at most, such as 60s or 2m"],
  ["kubectl rollout restart deployment api --context prod", "name the cluster in the message"],
  ["kubectl delete -f api.yaml", "name the type and the object"],
  ["kubectl apply -f api.yaml", "send it to me in our chat"],
  ["kubectl create -f api.yaml", "send it to me in our chat"],
  ["kubectl apply -f https://example.com/api.yaml", "needs the name of a file that you have sent me"],
  ["kubectl apply -k overlays/prod", "`-k` reads files"],
  ["kubectl create namespace sandbox", "stand in a file that you send me"],
  ["kubectl replace --force -f api.yaml", "is not accepted with `--force`"],
  ["kubectl edit deployment api", "use kubectl patch"],
  ["kubectl delete pod api-0 --dry-run=client", "leave it out"],
  [
    "kubectl set env deployment/api DB_URL=postgresql://user:pa55word@db:5432/x",
    "put the value into a Secret",
  ],
  ["kubectl patch deployment api --patch 'spec: {replicas: 2}'", "begins with `{`"],
  ["kubectl patch deployment api --patch-file patch.yaml", "name the type and the object"],
  ["kubectl autoscale deployment api --cpu=20% --max=6", "--cpu-percent"],
  ["helm rollback api 3 -n payments", "nobody here could see beforehand"],
  ["helm upgrade api ./chart", "nobody here could see beforehand"],
  ["kubectl delete namespace sandbox || true", "send one command at a time"],
])("%s is refused, and what to write is said: %s", (line, hint) => {
  const parsed = parseCommand(line);
  if (parsed.ok) throw new Error("it is taken");
  expect(say(messages("en").refusals, parsed.reason)).toContain(hint);
});
