// k8s.image-pull: images that nodes cannot fetch. Where they are Microsoft's own, the nodes' way out is cut.
import { fail, type Outcome, pass, warn } from "../../outcome/check.ts";
import type { Pod } from "../reads/model.ts";
import { defineFinding, type FirstNames, firstNames } from "./define-finding.ts";
import { isImageTrouble, podLines } from "./recent.ts";

export type PullTrouble = "mayNot" | "noAnswer" | "notThere" | "other";

export type ImagePullFact = Readonly<
  | { is: "allPulled" }
  /** `registries`: where they are named. */
  | { is: "notPulled"; pods: number; registries: FirstNames; why: readonly PullTrouble[] }
  | { is: "ownImages"; pods: number; why: readonly PullTrouble[] }
>;

const microsoft = "mcr.microsoft.com";

const registryIn = (said: string): readonly string[] =>
  /(?:image|reference) "([a-z0-9][a-z0-9.-]{0,200}\.[a-z0-9.-]{1,60})(?::\d{1,5})?\//i
    .exec(said)
    ?.slice(1, 2) ?? [];

const troubles: readonly (readonly [said: RegExp, why: PullTrouble])[] = [
  [/\b40[13]\b|unauthorized|authentication required|denied/i, "mayNot"],
  [/timeout|deadline exceeded|no such host|connection refused|server misbehaving/i, "noAnswer"],
  [/not found|manifest unknown/i, "notThere"],
];

const isReference = (word: string): boolean => word.slice(0, Math.max(0, word.indexOf("/"))).includes(".");

/** Without names of images, which whoever runs a pod chooses. */
const reasonIn = (said: string): string =>
  said
    .replace(/"[^"]*"/g, "")
    .split(/\s+/)
    .filter((word) => !isReference(word))
    .join(" ");

function troubleIn(said: string): PullTrouble {
  const reason = reasonIn(said);
  return troubles.find(([text]) => text.test(reason))?.[1] ?? "other";
}

/** Of an image that somebody only got wrong nothing follows for the nodes' way out. */
const isCutOff = ({ namespace, said }: Pod): boolean =>
  said
    .filter((each) => registryIn(each).includes(microsoft))
    .some((each) => namespace === "kube-system" || ["noAnswer", "mayNot"].includes(troubleIn(each)));

const fewer = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

export const imagePull = defineFinding({
  id: "k8s.image-pull",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/extensions/cannot-pull-image-from-acr-to-aks-cluster",
  needs: ["pods"],
  after: [
    "firewall.aks-fqdns",
    "firewall.network-rules",
    "route.default",
    "egress.lb-outbound",
    "nsg.node-egress",
  ],
  evaluate: ({ pods }): Outcome<ImagePullFact> => {
    const waiting = pods.filter(isImageTrouble);
    if (waiting.length === 0) return pass({ is: "allPulled" });
    const whyOf = (some: readonly Pod[]) => fewer(some.flatMap(({ said }) => said.map(troubleIn)));
    const registriesOf = ({ said }: Pod): readonly string[] => said.flatMap(registryIn);
    const own = waiting.filter(isCutOff);
    if (own.length > 0)
      return fail({ is: "ownImages", pods: own.length, why: whyOf(own) }, { evidence: podLines(own) });
    const registries = firstNames(waiting.flatMap(registriesOf));
    return warn(
      { is: "notPulled", pods: waiting.length, registries, why: whyOf(waiting) },
      { evidence: podLines(waiting) },
    );
  },
});
