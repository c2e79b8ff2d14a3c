// What findings say, in English: one file a group.
import type { Stated } from "../../../core/diagnosis/summary-data.ts";
import type { AllWords, FindingId } from "../finding-words.ts";
import { accessFindings } from "./findings/access.ts";
import { apiFindings } from "./findings/api.ts";
import { avdFindings } from "./findings/avd.ts";
import { bastionFindings } from "./findings/bastion.ts";
import { clientFindings } from "./findings/client.ts";
import { cloudshellFindings } from "./findings/cloudshell.ts";
import { clusterFindings } from "./findings/cluster.ts";
import { commonFacts } from "./findings/common.ts";
import { ddosFindings } from "./findings/ddos.ts";
import { dnsFindings } from "./findings/dns.ts";
import { egressFindings } from "./findings/egress.ts";
import { entraFindings } from "./findings/entra.ts";
import { erFindings } from "./findings/er.ts";
import { firewallFindings } from "./findings/firewall.ts";
import { identityFindings } from "./findings/identity.ts";
import { invokeFindings } from "./findings/invoke.ts";
import { jitFindings } from "./findings/jit.ts";
import { jumpFindings } from "./findings/jump.ts";
import { nsgFindings } from "./findings/nsg.ts";
import { pawFindings } from "./findings/paw.ts";
import { peFindings } from "./findings/pe.ts";
import { peeringFindings } from "./findings/peering.ts";
import { poolFindings } from "./findings/pool.ts";
import { routeFindings } from "./findings/route.ts";
import { vnetFindings } from "./findings/vnet.ts";
import { vpnFindings } from "./findings/vpn.ts";
import { insideTexts } from "./inside.ts";
import { sections } from "./sections.ts";

const findings: AllWords = {
  ...accessFindings,
  ...apiFindings,
  ...avdFindings,
  ...bastionFindings,
  ...clientFindings,
  ...cloudshellFindings,
  ...clusterFindings,
  ...ddosFindings,
  ...dnsFindings,
  ...egressFindings,
  ...entraFindings,
  ...erFindings,
  ...firewallFindings,
  ...identityFindings,
  ...invokeFindings,
  ...jitFindings,
  ...jumpFindings,
  ...nsgFindings,
  ...pawFindings,
  ...peFindings,
  ...peeringFindings,
  ...poolFindings,
  ...routeFindings,
  ...vnetFindings,
  ...vpnFindings,
};

type Facts = Readonly<Record<string, ((fact: never) => string) | undefined>>;

/** The words that a finding has for a fact; undefined for one that a newer release kept. */
function wordsFor(check: string, is: string) {
  const own: Facts = isFinding(check) ? findings[check].facts : {};
  const common: Facts = commonFacts;
  return Object.hasOwn(own, is) ? own[is] : Object.hasOwn(common, is) ? common[is] : undefined;
}

const isFinding = (id: string): id is FindingId => Object.hasOwn(findings, id);

const sayFact = (check: string, fact: Stated["facts"][number]): string =>
  // The key picks the words that take this one: TypeScript does not follow the link between the two.
  wordsFor(check, fact.is)?.(fact as never) ?? fact.is;

/** What a finding says, a sentence each. */
export const sayFound = ({ check, facts }: Stated): string =>
  insideTexts.titleOfInside(check) !== undefined
    ? insideTexts.sayInside(check, facts)
    : // Facts may differ and read alike.
      [...new Set(facts.map((fact) => sayFact(check, fact)))].join(" ");

/** Undefined for a finding of another release. */
export const titleOfFinding = (id: string): string | undefined =>
  isFinding(id) ? findings[id].title : insideTexts.titleOfInside(id);

/** What to do where no command mends it; undefined for a finding of another release. */
export const remedyOfFinding = (id: string): string | undefined =>
  isFinding(id) ? findings[id].remediation : insideTexts.remedyOfInside(id);

export const findingTexts = {
  findings,
  commonFacts,
  sayFound,
  titleOfFinding,
  remedyOfFinding,
  sections,
  /** On a card, of the page that says why something is the rule. */
  why: "Why",
  /** Where whoever runs the product has put its documents; empty where nobody said. */
  docsUrl: "",
};
