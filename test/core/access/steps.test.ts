// The lines to copy for each way in.

import { evaluateAccessPaths } from "../../../src/core/access/evaluate-access-paths.ts";
import { walksOf } from "../../../src/core/finding/kit/walks.ts";
import { runChecks } from "../../../src/core/finding/run-checks.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import type { SaidPath } from "../../../src/presenters/diagnosis/localize-diagnosis.ts";
import { pathInWords } from "../../diagnosed.ts";
import { besideNodes, setGateways } from "../../fixtures/entry-changes.ts";
import { hubSubscription, ids, tenantId } from "../../fixtures/healthy-snapshot.ts";
import { type Change, changed, setData, setJumpHosts } from "../../fixtures/snapshot-changes.ts";
import { deny, publicRanges } from "../../fixtures/snapshot-variants.ts";
import { subscription } from "../../fixtures/snapshots.ts";

const pathsWith = (...changes: readonly Change[]): readonly SaidPath[] => {
  const snapshot = changed(...changes);
  const walks = walksOf(snapshot);
  const results = runChecks(snapshot, walks);
  return evaluateAccessPaths(snapshot, { results, ofCluster: walks.requirements }).map(pathInWords);
};
const pathWith = (id: string, ...changes: readonly Change[]) =>
  pathsWith(...changes).find((path) => path.id === id);

const furtherEndpoint = setData("privateEndpointConnections", [
  { id: ids.connection, privateEndpointId: ids.endpoint, status: "Approved" },
  { id: `${ids.connection}.2`, privateEndpointId: `${ids.endpoint}-own`, status: "Approved" },
]);

const target = `--subscription ${subscription} --resource-group rg-prod --name prod-1`;

test("P13 is one line", () => {
  expect(pathWith("P13")?.steps).toEqual([
    `az aks command invoke ${target} --command 'kubectl get pods -o wide'`,
  ]);
});

test("P05 begins on the jump host that runs", () => {
  const off = { name: "jump-0", privateIpAddress: "10.0.1.9", powerState: collected("deallocated") };
  expect(pathWith("P05", setJumpHosts(off, {}))?.steps).toEqual([
    "ssh 10.0.1.4",
    `az login --tenant ${tenantId}`,
    `az aks get-credentials ${target} --overwrite-existing`,
    "kubelogin convert-kubeconfig -l azurecli",
    expect.stringMatching(/^nslookup prod-1-x1y2\..*\.privatelink\.westeurope\.azmk8s\.io$/),
    "kubectl get pods",
  ]);
});

const tail = [
  `az login --tenant ${tenantId}`,
  `az aks get-credentials ${target} --overwrite-existing`,
  "kubelogin convert-kubeconfig -l azurecli",
  expect.stringMatching(/^nslookup prod-1-x1y2/),
  "kubectl get pods",
];
const bastionTarget = `--subscription ${hubSubscription} --resource-group rg-hub --name bas-hub --target-resource-id ${ids.jump}`;
const tunnel = [
  "az extension add --name bastion --upgrade --yes",
  `az network bastion tunnel ${bastionTarget} --resource-port 22 --port 50022`,
  "# leave that open; in a second shell:",
];

test.each<[id: string, changes: readonly Change[], steps: readonly unknown[]]>([
  ["P03", [publicRanges], ["# portal: Cloud Shell, Bash; then in it:", expect.stringMatching(/^az login/)]],
  ["P04", [setJumpHosts(besideNodes, {})], ["ssh 10.10.0.9", ...tail]],
  ["P06", [], ["# portal: virtual machine jump-1 > Connect > Bastion; then on it:", ...tail]],
  [
    "P07",
    [],
    [
      ...tunnel,
      "ssh -p 50022 127.0.0.1",
      `# or, where jump-1 takes sign-in with Entra, this instead of both: az network bastion ssh ${bastionTarget} --auth-type AAD`,
      ...tail,
    ],
  ],
  ["P08", [furtherEndpoint], tail],
  [
    "P09",
    [],
    [
      "az extension add --name aks-preview --upgrade --yes",
      `az aks bastion ${target} --bastion ${ids.bastion}`,
      "# in the shell that it opens, with the server in KUBECONFIG set to https://localhost:<port shown>:",
      "kubectl get pods",
    ],
  ],
  ["P11", [setGateways({})], ["# connect to the VPN of vgw-hub; then:", ...tail]],
  [
    "P12",
    [setGateways({ gatewayType: "ExpressRoute" })],
    ["# from the network that vgw-hub connects:", ...tail],
  ],
  ["P16", [], [...tunnel, "code --remote ssh-remote+127.0.0.1:50022", ...tail]],
])("%s: the lines to copy", (id, changes, steps) => {
  expect(pathWith(id, ...changes)?.steps.slice(0, steps.length)).toEqual(steps);
});

test("nothing is to be copied while the host is not known", () => {
  const steps = ["P05", "P06", "P07"].map((id) => pathWith(id, deny("jumpHosts"))?.steps);
  expect(steps).toEqual([[], [], []]);
});

test("a name cannot add a line to what is copied", () => {
  const [first, second] = pathWith("P06", setJumpHosts({ name: "jump\nrm -rf ~" }))?.steps ?? [];
  expect(first).toBe("# portal: virtual machine jump rm -rf ~ > Connect > Bastion; then on it:");
  expect(second).toMatch(/^az login/);
});
