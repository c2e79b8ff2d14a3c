// What an error text means where Azure's side is fine. Inside a sentence, and without a stop.
import type { Hint } from "../../../core/diagnosis/hint.ts";

export const hints: Readonly<Record<Hint, string>> = {
  olderCertificate:
    "Deine kubeconfig vertraut einem älteren Zertifikat des Clusters, oder etwas auf dem Weg bricht TLS auf: Führ az aks get-credentials --overwrite-existing aus",
  expiredCertificate:
    "Ein Zertifikat ist abgelaufen, oder deine Uhr geht falsch: Hol die kubeconfig noch einmal; hilft das nicht, müssen die Zertifikate des Clusters rotiert werden",
  kubernetesRefuses:
    "Das Netzwerk ist in Ordnung, aber Kubernetes verweigert, was du willst: Nenne mit -n einen Namespace, oder bitte um eine umfassendere Rolle",
  noLocalAccounts: "Lokale Konten sind am Cluster aus: Lass --admin weg, und melde dich mit Entra an",
  nodeUnreached:
    "Der Cluster selbst erreicht einen Node auf Port 10250 nicht, und das ist kein Weg von dir: Sieh dir den Node an, den der Text nennt, was zwischen den Nodes filtert, und die konnectivity-agents in kube-system",
  proxyBetween:
    "Zwischen dir und dem API-Server steht ein Proxy: Setze NO_PROXY für seinen Namen und seine Adresse, oder lösch HTTPS_PROXY",
  tlsUnanswered:
    "Etwas nimmt die Verbindung an und antwortet nichts, eine Firewall, die in TLS hineinsieht, oder Azure selbst: Frag jemanden in einem anderen Netzwerk, und sieh auf Azures Statusseite nach",
  kubeloginMissing:
    "kubelogin fehlt: Installiere es mit az aks install-cli, und führ dann kubelogin convert-kubeconfig -l azurecli aus",
  kubeloginFails:
    "kubelogin bekommt kein Token: Führ az login aus, dann kubelogin convert-kubeconfig -l azurecli, und versuch es noch einmal",
  signInAgain:
    "Deine Anmeldung ist abgelaufen: Führ az login mit --tenant und dem Mandanten des Clusters aus, und lösch mit kubelogin remove-tokens, was kubelogin sich gemerkt hat",
  tenantOfAnother:
    "Du bist bei einem anderen Mandanten angemeldet als dem des Clusters, oder dort kein Mitglied: Führ az login --tenant mit dem des Clusters aus, und hol die kubeconfig noch einmal",
  tokenRefused:
    "Das Netzwerk ist in Ordnung, aber der API-Server nimmt keines deiner Token an: Melde dich mit az login beim Mandanten des Clusters an, hol die kubeconfig noch einmal, und führ kubelogin convert-kubeconfig -l azurecli aus",
  secretExpired:
    "Ein Clientgeheimnis ist abgelaufen: Ist es das des Clusters, führ az aks update-credentials --reset-service-principal aus",
  conditionalAccess:
    "Conditional Access verlangt mehr, als deine Anmeldung hatte: Melde dich mit az login --tenant noch einmal an, von einem Gerät, das es akzeptiert",
  identityLacksRole:
    "Der Identität des Clusters fehlt eine Rolle auf dem, was genannt ist: Der Besitzer muss sie zurückgeben",
  subnetFull:
    "Ein Subnetz hat keine Adresse mehr für weitere Nodes: Nimm weniger Nodes, oder einen Pool in einem anderen Subnetz",
  policyDenies:
    "Das Netzwerk ist in Ordnung, und keine Anmeldung wird abgelehnt: Eine Richtlinie im Cluster, von Azure Policy oder vom Besitzer, weist zurück, was gesendet wurde; ändere, was der Text nennt, oder lass es vom Besitzer der Richtlinie ausnehmen",
  workloadRefused:
    "Nicht du wirst abgewiesen, sondern das Dienstkonto, das der Text nennt und mit dem ein Pod oder eine Pipeline arbeitet: Binde es in diesem Namespace an eine Rolle, die erlaubt, was der Text sagt",
  componentRefused:
    "Nicht du wirst abgewiesen, sondern ein Teil des Clusters, ein Node oder ein Controller: Sieh dir diesen Teil an und nicht deine Berechtigungen",
  quotaReached:
    "Das Netzwerk ist in Ordnung, aber ein Kontingent des Namespace ist erschöpft: Fordere weniger an, lösch, was nicht gebraucht wird, oder lass den Besitzer das Kontingent erhöhen, das der Text nennt",
  podSecurity:
    "Das Netzwerk ist in Ordnung, aber die Pod-Security-Stufe des Namespace erlaubt so einen Pod nicht: Ändere, was der Text aufzählt, oder lass den Besitzer des Namespace die Stufe senken",
  ruleDenies:
    'Das Netzwerk ist in Ordnung, und dir fehlt keine Berechtigung: Eine Regel des Clusters weist zurück, was gesendet wurde; welche, steht hinter "is forbidden"',
  kubeconfigMissing:
    "kubectl fand dort, wo es lief, keine kubeconfig mit aktuellem Kontext und fragte deshalb den eigenen Rechner: Führ az aks get-credentials aus, dann kubectl config use-context",
  serverBusy:
    "Der API-Server antwortet, weist aber Anfragen ab, weil es zu viele sind: Ging ihm der Speicher aus, bremst AKS auch alle außer dem System; such in der Überwachung oder im Überwachungsprotokoll, wer am meisten auflistet oder beobachtet",
  storeFull:
    "Der Speicher des Clusters, etcd, ist voll und nimmt nichts mehr an: Lösch, wovon es zu viel gibt, etwa alte Jobs, Secrets von Helm-Releases oder benutzerdefinierte Ressourcen, und öffne ein Ticket bei Microsoft, wenn das nicht reicht",
  webhookUnreached:
    "Der API-Server antwortet, aber ein Webhook im Cluster, den er fragen muss, antwortet nicht: Sieh dir die Pods hinter dem Webhook an, den der Text nennt, die Netzwerkrichtlinien, und die konnectivity-agents in kube-system",
  tlsTooOld:
    "Beide Seiten haben keine gemeinsame TLS-Version: Der Client ist zu alt oder auf TLS 1.0 oder 1.1 eingestellt, oder unterwegs bricht etwas TLS auf; aktualisiere zuerst den Client",
  cloudShellSignIn: "Das ist die eigene Anmeldung von Cloud Shell: Führ darin zuerst az login aus",
};
