// What the first sentence of a diagnosis says, as data.
import type { PathReason } from "../access/access-path.ts";
import type { ClientTestResult } from "../client/client-test-result.ts";
import type { ClientRefusal } from "../client/refusal.ts";
import type { UnroutedClient } from "../finding/api/client-findings.ts";
import type { CheckMeta } from "../finding/kit/check-meta.ts";
import type { Reason, Step } from "../network/model/step.ts";
import type { Fact } from "../outcome/check.ts";
import type { RequirementResult, Walked } from "../requirement/requirement.ts";
import type { Permission } from "../snapshot/rights.ts";
import { kubeletPort } from "./symptom-table.ts";

// What an error text means where Azure's side is fine: what the requester can do, or whose matter it is.

export type Hint =
  | "olderCertificate"
  | "expiredCertificate"
  | "kubernetesRefuses"
  | "workloadRefused"
  | "componentRefused"
  | "policyDenies"
  | "quotaReached"
  | "podSecurity"
  | "ruleDenies"
  | "kubeconfigMissing"
  | "serverBusy"
  | "storeFull"
  | "webhookUnreached"
  | "tlsTooOld"
  | "noLocalAccounts"
  | "nodeUnreached"
  | "proxyBetween"
  | "proxyAnswers"
  | "ownMachine"
  | "resetBetween"
  | "tlsUnanswered"
  | "kubeloginMissing"
  | "kubeloginFails"
  | "signInAgain"
  | "secretExpired"
  | "conditionalAccess"
  | "tenantOfAnother"
  | "notAssigned"
  | "consentMissing"
  | "accountRefused"
  | "tokenRefused"
  | "identityLacksRole"
  | "subnetFull"
  | "cloudShellSignIn"
  | "imageNotPulled"
  | "restartLoop"
  | "outOfMemory"
  | "noNodeForPod"
  | "probeFails";

/** What each refusal means to whoever pastes it. */
export const hintOfRefusal: Readonly<Record<ClientRefusal, Hint>> = {
  requester: "kubernetesRefuses",
  workload: "workloadRefused",
  component: "componentRefused",
  unknownCaller: "tokenRefused",
  commandPod: "policyDenies",
  policy: "policyDenies",
  quota: "quotaReached",
  podSecurity: "podSecurity",
  otherRule: "ruleDenies",
};

/** What kubectl asks where it has no kubeconfig; any other port of the requester's own machine is a tunnel's, or a forward's. */
export const noKubeconfig =
  /connection to the server (?:localhost|127\.0\.0\.1|\[::1\]):8080 was refused|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):8080\/(?:apis?|version|openapi)\b|Unable to connect to the server: dial tcp (?:127\.0\.0\.1|\[::1\]):8080|current-context (?:must exist|is not set)|context "?[^"\s]{1,253}"? does not exist|no configuration has been provided|\.kube[\\/]config: no such file/i;

/**
 * kubectl asks the requester's own machine, on a port of a local cluster or of a tunnel. What an application or a probe in a
 * pod says of its own port is not meant.
 */
const loopback = String.raw`(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])`;
export const ownMachine = new RegExp(
  [
    String.raw`connection to the server ${loopback}(?::\d+)? was refused`,
    String.raw`(?:^|[\s"'])https:\/\/${loopback}(?::\d+)?\/(?:apis?|version|openapi)\b`,
    String.raw`connect to the server: dial tcp ${loopback}:\d`,
    String.raw`(?<![\d.]|error from )${loopback}:(?:443|644[34]|7443|8001|8443|9443|16443|26443)\b`,
    String.raw`^(?!.*\b(?:exec|port-forward|curl|proxy|probe)\b).*\b(?:kubectl|kubeconfig|kube config|k9s)\b.{0,40}\b(?:localhost|127\.0\.0\.1)(?!:)`,
  ].join("|"),
  "im",
);

/** Something on the way answers in the API server's place: with its own page, its own refusal or its own certificate. */
const proxyAnswers =
  /zscaler|netskope|blue ?coat|forcepoint|squid\/\d|\(squid|mcafee web gateway|cisco umbrella|palo ?alto|fortigate|fortinet|proxy authentication required|\b(?:403|407)\b.{0,60}(?:\bproxy|代理)|(?:\bproxy|代理).{0,60}\b(?:403|407)\b|invalid character '<' looking for beginning of value|<!doctype html/i;

/** What an error text means where Azure's side is fine: the fault is the requester's own, or the cluster's own. */
export const hints: readonly (readonly [text: RegExp, hint: Hint])[] = [
  [proxyAnswers, "proxyAnswers"],
  [/x509.*unknown authority/i, "olderCertificate"],
  [/x509.*(expired|not yet valid)/i, "expiredCertificate"],
  [noKubeconfig, "kubeconfigMissing"],
  [ownMachine, "ownMachine"],
  [/database space exceeded/i, "storeFull"],
  [/failed calling webhook/i, "webhookUnreached"],
  [
    /server has received too many requests|currently unable to handle the request(?! \([a-z]{1,20} [^)]{0,200}\.k8s\.io\))/i,
    "serverBusy",
  ],
  [/offered only unsupported versions|tls: protocol version not supported/i, "tlsTooOld"],
  [/static credential/i, "noLocalAccounts"],
  [new RegExp(`error dialing backend|No agent available|${kubeletPort}`, "i"), "nodeUnreached"],
  [/proxyconnect|first record does not look like a TLS handshake/i, "proxyBetween"],
  [/TLS handshake timeout/i, "tlsUnanswered"],
  [/kubelogin.{0,40}(?:not found|executable file)|exec: executable kubelogin not/i, "kubeloginMissing"],
  // https://learn.microsoft.com/entra/identity-platform/reference-error-codes
  [/AADSTS7000(?:222|215)\b/i, "secretExpired"],
  [
    /AADSTS(?:53000|53001|53002|53003|530003|530034|50005|50076|50079|50074|50097|50131|50158)\b/i,
    "conditionalAccess",
  ],
  [/AADSTS50105\b/i, "notAssigned"],
  [/AADSTS(?:65001|650052|650056|90094|90095)\b/i, "consentMissing"],
  [/AADSTS(?:50053|50055|50056|50057|50126|50144)\b/i, "accountRefused"],
  [/AADSTS(?:50020|90072|90002|50034|500011|700016|50128|50059|90019)\b/i, "tenantOfAnother"],
  [
    /AADSTS(?:700082|50173|70043|70044|70008|50078|50089|50132|50133|700084|50196|70018|70019)\b|Please run 'az login'|az login --/i,
    "signInAgain",
  ],
  [/Failed to connect to MSI/i, "cloudShellSignIn"],
  [/executable kubelogin failed|failed to get token/i, "kubeloginFails"],
  [/LinkedAuthorizationFailed|MissingPermissionError/i, "identityLacksRole"],
  [/SubnetIsFull|InsufficientSubnetSize/i, "subnetFull"],
  [/you must be logged in to the server|asked for the client to provide credentials/i, "tokenRefused"],
  [
    /ImagePullBackOff|ErrImagePull|failed to pull (?:and unpack )?image|back-off pulling image/i,
    "imageNotPulled",
  ],
  [/OOMKilled/, "outOfMemory"],
  [/CrashLoopBackOff|back-off restarting failed/i, "restartLoop"],
  [/FailedScheduling|\d\/\d{1,5} nodes are available/, "noNodeForPod"],
  [/(?:readiness|liveness|startup) probe failed/i, "probeFails"],
  [
    /^(?!.*\b(?:upstream|postgres\w*|redis|mysql|kafka|rabbit\w*|mongo\w*|database)\b).*(?:connection reset by peer|connection was forcibly closed|\bECONNRESET\b)/i,
    "resetBetween",
  ],
];

// What Azure cannot show, whoever asks: who can look, and what shows it from the client's side.

/** Who can look, by what they run. */
type Whoever = Readonly<{ runs: "component"; name: string } | { runs: "farSide" }>;

/** `tell`: a line that shows it from the client's side. */
export type Limit = Readonly<
  | { is: "step"; step: Step; who: Whoever; tell: string }
  /** A network manager's rules, which this person may not be told. */
  | { is: "managerRules"; missing: Permission; tell: string }
>;

type Kind = Readonly<{
  who: (step: Step) => Whoever;
  tell: (walked: Walked, step: Step) => string;
  /** Azure shows it nobody, however much they may read: it is no doubt where people have another path. */
  shownToNobody?: true;
}>;

const port = ({ service }: Walked): string => /\d+$/.exec(service ?? "")?.[0] ?? "443";
const connects = (walked: Walked): string => `nc -vz ${walked.to} ${port(walked)}`;
const asks = ({ to }: Walked, { component }: Step): string => `nslookup ${to} ${component.name}`;
const runs = ({ component }: Step): Whoever => ({ runs: "component", name: component.name });
const farSide = (): Whoever => ({ runs: "farSide" });

const kinds: Partial<Record<Reason["is"], Kind>> = {
  farRangesLearned: { who: farSide, tell: connects, shownToNobody: true },
  connectionSkipped: { who: farSide, tell: connects, shownToNobody: true },
  listenerUnseen: { who: runs, tell: connects },
  serverForwardsUnseen: { who: runs, tell: asks },
  serverUnknown: { who: runs, tell: asks },
  beyondGateway: { who: farSide, tell: connects },
  hopRulesUnread: { who: runs, tell: connects },
  proxyUnseen: { who: runs, tell: connects },
};

export const shownToNobody = (reason: Reason): boolean => kinds[reason.is]?.shownToNobody === true;

const keyOf = ({ component, reason }: Step): string => JSON.stringify([component.name, reason]);

/** Each once, however many walks meet it. */
export function limitsOf(requirements: readonly RequirementResult[]): readonly Limit[] {
  const limits = requirements
    .flatMap(({ walks }) => walks)
    .flatMap((walked) =>
      walked.trace.steps.flatMap((step): readonly (readonly [string, Limit])[] => {
        const kind = step.state === "unknown" ? kinds[step.reason.is] : undefined;
        return kind === undefined
          ? []
          : [[keyOf(step), { is: "step", step, who: kind.who(step), tell: kind.tell(walked, step) }]];
      }),
    );
  return [...new Map(limits).values()];
}

// A network manager whose rules this person may not be told. Most networks have none, so that is no doubt about the
// cluster; and yet a rule of it would come before every security group.
// https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins

/** One limit, however many subscriptions and networks it is about. */
export function unseenRules(refused: readonly Permission[]): readonly Limit[] {
  const [missing] = refused;
  if (missing === undefined) return [];
  const tell =
    "az network manager list-effective-security-admin-rule --resource-group GROUP --virtual-network-name NETWORK";
  return [{ is: "managerRules", missing, tell }];
}

/** The step that leaves it open whether a need is met; null where no subnet was found in which nodes stand. */
export type SummaryDoubt = Step | null;

/** A finding, for a sentence about it. */
export type Stated = Readonly<{ check: string; facts: readonly Fact[] }>;

/** What is not known about where the requester sits, with what to do or to say. */
export type DoubtPlace = Readonly<
  | ({ is: "outside"; canRun: boolean } & UnroutedClient)
  /** Their own public address. */
  | { is: "unasked" }
>;

/** `scope`: an id. */
export type Grant = Readonly<{ role: string; scope: string }>;

/** What is not among what is read, and yet people or nodes need it. */
export type Unjudged = NonNullable<CheckMeta["unjudged"]>;

/**
 * How a test from the requester's place and a diagnosis go together. `same`: the cause explains what it shows. `beside`: it
 * shows another thing. `against`: it shows that the requester gets there all the same. `alone`: no cause was found.
 */
/** `told`: the cause is what the test shows, and nothing else shows it. */
export type Bearing = "told" | "same" | "beside" | "against" | "alone";

export type Summary =
  | UntestedSummary
  /** `placed`: the requester told where they are. `outside`: the address that the requester told, of which no network is known that leads in, and yet they get there. */
  | Readonly<{
      is: "tested";
      shown: readonly ClientTestResult[];
      bears: Bearing;
      placed: boolean;
      outside: string | null;
      rest: UntestedSummary;
    }>;

/** `open`: how many checks could not be assessed. `seconds`: until Azure takes requests again. */
export type UntestedSummary = Readonly<
  | { is: "cause" }
  | { is: "throttled"; open: number; seconds: number }
  | { is: "told"; told: Stated }
  | { is: "lockedOut"; lack: Stated; open: number; grants: readonly Grant[] }
  | { is: "place"; place: DoubtPlace; fine: boolean }
  | { is: "notProved"; doubt: SummaryDoubt; missing: Permission | null }
  | { is: "openChecks"; open: number; missing: Permission | null; first: Stated | null }
  | { is: "lackOnly"; lack: Stated }
  | { is: "hint"; hint: Hint; limits: readonly Beyond[] }
  /** `apart`: nothing but the run command leads in, and nothing else is set up to. */
  | { is: "sound"; apart: boolean; unjudged: readonly Unjudged[]; limits: readonly Beyond[] }
  | { is: "noWay"; reason: PathReason }
  | { is: "fault" }
  | { is: "warning"; told: Stated; place: DoubtPlace | null }
>;

/** What stays open although nothing is wrong. */
export type Beyond = Readonly<
  { is: "doubt"; doubt: SummaryDoubt } | { is: "limit"; limit: Limit } | { is: "way"; reason: PathReason }
>;
