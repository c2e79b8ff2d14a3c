// What an error text means where Azure's side is fine. Inside a sentence, and without a stop.
import type { Hint } from "../../../core/diagnosis/symptom-table.ts";

export const hints: Readonly<Record<Hint, string>> = {
  olderCertificate:
    "Deine kubeconfig vertraut einem älteren Zertifikat des Clusters, oder etwas auf dem Weg bricht TLS auf: Führ az aks get-credentials --overwrite-existing aus",
  expiredCertificate:
    "Ein Zertifikat ist abgelaufen, oder deine Uhr geht falsch: Hol die kubeconfig noch einmal; hilft das nicht, müssen die Zertifikate des Clusters rotiert werden",
  kubernetesRefuses:
    "Das Netzwerk ist in Ordnung, aber Kubernetes verweigert, was du willst: Nenne mit -n einen Namespace, oder bitte um eine umfassendere Rolle",
  noLocalAccounts: "Lokale Konten sind am Cluster aus: Lass --admin weg, und melde dich mit Entra an",
  nodeUnreached:
    "Der API-Server antwortet, erreicht aber einen Node auf Port 10250 nicht: Sieh dir den genannten Node an, und die konnectivity-agents in kube-system",
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
  azurePolicy: "Azure Policy verweigert es im Cluster: Der Besitzer der Richtlinie muss es ausnehmen",
  cloudShellSignIn: "Das ist die eigene Anmeldung von Cloud Shell: Führ darin zuerst az login aus",
};
