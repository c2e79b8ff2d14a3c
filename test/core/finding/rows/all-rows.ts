// Every check's table in one, so that a test can prove that none is missing.
import { accessRows } from "./access.ts";
import { bastionRows } from "./bastion.ts";
import { bastionReachRows } from "./bastion-reach.ts";
import { clientRows } from "./client.ts";
import { clusterRows } from "./cluster.ts";
import { clusterSettingRows } from "./cluster-settings.ts";
import { commandRows } from "./commands.ts";
import { dnsLinkRows } from "./dns-links.ts";
import { dnsServerRows } from "./dns-servers.ts";
import { egressRows } from "./egress.ts";
import { endpointRows } from "./endpoint.ts";
import { entryRows } from "./entry.ts";
import { exposureRows } from "./exposure.ts";
import { gatewayRows } from "./gateways.ts";
import { identityAndRightRows } from "./identity.ts";
import { intraNodeRows } from "./intra-node.ts";
import { jumpAdviceRows } from "./jump-advice.ts";
import { jumpHostRows } from "./jump-hosts.ts";
import { networkRows } from "./network.ts";
import { nodeGroupRows } from "./node-groups.ts";
import { nodeRouteRows } from "./node-routes.ts";
import { placeRows } from "./places.ts";
import { poolRows } from "./pools.ts";
import { privateRows } from "./private.ts";
import { protectionRows } from "./protection.ts";
import { rangeRows } from "./ranges.ts";
import type { Rows } from "./row.ts";
import { securityGroupRows } from "./security-groups.ts";
import { shellRows } from "./shell.ts";
import { stateRows } from "./states.ts";
import { virtualHubRows } from "./virtual-hub.ts";
import { vnetIntegrationRows } from "./vnet-integration.ts";
import { walkedRows } from "./walked.ts";

export const allRows: Rows = {
  ...clusterRows,
  ...clusterSettingRows,
  ...exposureRows,
  ...accessRows,
  ...clientRows,
  ...privateRows,
  ...commandRows,
  ...poolRows,
  ...networkRows,
  ...jumpHostRows,
  ...jumpAdviceRows,
  ...protectionRows,
  ...placeRows,
  ...securityGroupRows,
  ...identityAndRightRows,
  ...intraNodeRows,
  ...nodeGroupRows,
  ...nodeRouteRows,
  ...egressRows,
  ...vnetIntegrationRows,
  ...endpointRows,
  ...dnsLinkRows,
  ...dnsServerRows,
  ...rangeRows,
  ...entryRows,
  ...bastionRows,
  ...bastionReachRows,
  ...gatewayRows,
  ...virtualHubRows,
  ...shellRows,
  ...stateRows,
  ...walkedRows,
};
