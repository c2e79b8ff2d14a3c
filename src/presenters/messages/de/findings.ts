// What findings say, in German: one file a group.
import type { Stated } from "../../../core/diagnosis/summary-data.ts";
import { german } from "../catalogue.ts";
import type { findingTexts as en } from "../en/findings.ts";
import { type AllWords, withShared } from "../finding-words.ts";
import { findingSpeech } from "../speech/findings.ts";
import { accessFindings } from "./findings/access.ts";
import { apiFindings } from "./findings/api.ts";
import { avdFindings } from "./findings/avd.ts";
import { bastionFindings } from "./findings/bastion.ts";
import { clientFindings } from "./findings/client.ts";
import { cloudshellFindings } from "./findings/cloudshell.ts";
import { clusterFindings } from "./findings/cluster.ts";
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
import { routeFindings } from "./findings/route.ts";
import { vnetFindings } from "./findings/vnet.ts";
import { vpnFindings } from "./findings/vpn.ts";
import { sharedFacts } from "./inside/shared.ts";
import { insideFindings } from "./inside.ts";
import { sentences } from "./words.ts";

const commonFacts = german.speech.commonFacts();
const { sections } = german.texts;

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
  ...withShared(german.texts.findings.pool),
  ...routeFindings,
  ...vnetFindings,
  ...vpnFindings,
};

const { sayFacts, titleOf, remedyOf } = findingSpeech(
  { findings, shared: commonFacts },
  { findings: insideFindings, shared: sharedFacts },
  sentences,
);

/** What a finding says, a sentence each. */
export const sayFound = ({ check, facts }: Stated): string => sayFacts(check, facts);

export const findingTexts: typeof en = {
  findings,
  sayFound,
  titleOfFinding: titleOf,
  remedyOfFinding: remedyOf,
  sections,
  /** On a card, of the page that says why something is the rule. */
  why: "Warum",
};
