// cloudshell.relay: a browser talks to the container over a relay, which is reached by a private endpoint and its name.

import type { ShellSubnet } from "../../client/likely-hosts.ts";
import { type Fix, fixAt } from "../../fix/write/fix.ts";
import { linkFix } from "../../fix/zone.ts";
import { advise, combine, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { stateWordOf, strangeWord, thing } from "../../outcome/state-word.ts";
import type { RelayNamespace, RelayZone } from "../../snapshot/hosts.ts";
import { nameOf, networkIdOf, sameId } from "../../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { atShell, besideProfile, type NoShell, shellSections } from "./cloudshell-settings.ts";

export type RelayFact = Readonly<
  | { is: "relayReady"; relay: string }
  | { is: "noRelay"; group: string }
  | { is: "relayFailed"; relay: string; state: string }
  | { is: "noEndpoint"; relay: string }
  | { is: "endpointShut"; relay: string; endpoint: string; status: string }
  | { is: "zoneElsewhere" }
  | { is: "zoneNotLinked"; network: string }
  | { is: "noRecord"; relay: string }
>;

type RelayOutcome = Outcome<RelayFact | SharedFact>;

const approve = (relay: RelayNamespace, connectionId: string): Fix | null =>
  fixAt(
    relay.id,
    () => ({ kind: "approveRelayConnection", id: connectionId }),
    { is: "relayApproved" },
    "Azure Relay Owner",
  );

function endpointOf(relay: RelayNamespace): RelayOutcome {
  const { id: resourceId, name, endpoints } = relay;
  const evidence = endpoints.map((each) => columns(each.name, each.status));
  if (endpoints.some(({ status }) => /^approved$/i.test(status)))
    return pass({ is: "relayReady", relay: name }, evidence);
  const [first] = endpoints;
  if (first === undefined) return advise({ is: "noEndpoint", relay: name }, { resourceId });
  const { status } = first;
  if (!/^(pending|rejected|disconnected)$/i.test(status))
    return strangeWord(thing("named", first.name), "state", status);
  // What was taken down at the other end no approval brings back.
  const fix = /^disconnected$/i.test(status) ? null : approve(relay, first.id);
  return advise(
    { is: "endpointShut", relay: name, endpoint: first.name, status },
    { resourceId, evidence, fix },
  );
}

function stateOf({ id: resourceId, name, provisioningState: state }: RelayNamespace): RelayOutcome {
  switch (stateWordOf(state)) {
    case "failed":
      return advise({ is: "relayFailed", relay: name, state }, { resourceId });
    case "unsaid":
    case "unknown":
      return strangeWord(thing("named", name), "state", state);
    default:
      return pass({ is: "relayReady", relay: name });
  }
}

/** Of a zone that stands elsewhere, as one for a whole company may, nothing is known here. */
function nameIn(zones: readonly RelayZone[], { name }: RelayNamespace, shell: ShellSubnet): RelayOutcome {
  const [zone] = zones;
  if (zone === undefined) return pass({ is: "zoneElsewhere" });
  const { links, records } = zone;
  const networkId = networkIdOf(shell.subnet.id) ?? "";
  if (links.status === "unavailable") return unread(links);
  if (!links.data.some(({ virtualNetworkId }) => sameId(virtualNetworkId, networkId)))
    return advise(
      { is: "zoneNotLinked", network: nameOf(networkId) },
      { resourceId: zone.id, fix: linkFix(zone.id, networkId, links.data) },
    );
  if (records.status === "unavailable") return unread(records);
  return records.data.some((label) => label.toLowerCase() === name.toLowerCase())
    ? pass({ is: "relayReady", relay: name })
    : advise({ is: "noRecord", relay: name }, { resourceId: zone.id });
}

type Sources = Pick<ClusterSnapshot, "relays" | "relayZones">;

function judge(shell: ShellSubnet, { relays, relayZones }: Sources): RelayOutcome {
  const [missing] = relays.missing;
  const near = besideProfile(shell, relays.items);
  if (near.length === 0)
    return missing === undefined
      ? advise({ is: "noRelay", group: shell.profile.name }, { resourceId: shell.profile.id })
      : unread(missing);
  const zones = besideProfile(shell, relayZones.items);
  const [noZones] = relayZones.missing;
  // Any of them will do.
  return combine(
    near.map((relay) =>
      combine(
        [
          stateOf(relay),
          endpointOf(relay),
          noZones === undefined ? nameIn(zones, relay, shell) : unread(noZones),
        ],
        true,
      ),
    ),
    near.length === 1,
  );
}

export const cloudshellRelay = defineCheck({
  id: "cloudshell.relay",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "cloudShellSetUp",
  source: "https://learn.microsoft.com/azure/cloud-shell/vnet/troubleshooting",
  needs: ["clusterNetwork"],
  looksAt: [...shellSections, "relays", "relayZones"],
  after: ["cloudshell.network-profile"],
  skip: unlessPrivate,
  evaluate: ({ relays, relayZones, ...data }): Outcome<RelayFact | NoShell | SharedFact> =>
    atShell(data, (shell) => judge(shell, { relays, relayZones })),
});
