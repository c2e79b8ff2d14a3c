// Steps that are only shown, since no SDK of ours makes them: people run the line. Some write nothing in Azure at all.
import { nameOf, parseResourceId } from "../../snapshot/resource-id.ts";
import { quoteArgv } from "../../text/marked.ts";
import { type AzTarget, az, azIn, byId, byName, nameIn, nameOfId, shown } from "./az.ts";

/** By its object id, or by the id of its application, of which Azure CLI asks the directory. */
type Assignee =
  | Readonly<{ objectId: string; type: "User" | "ServicePrincipal" }>
  | Readonly<{ appId: string }>;

const assigneeFlags = (to: Assignee): readonly string[] =>
  "appId" in to
    ? ["--assignee", to.appId]
    : ["--assignee-object-id", to.objectId, "--assignee-principal-type", to.type];

/** `policy`, `machine`: by id. `until`: ISO 8601. */
type Window = Readonly<{ policy: string; machine: string; port: number; source: string; until: string }>;

/** Azure CLI has no command of its own for that. */
function windowLine({ policy, machine, port, source, until }: Window): string {
  const opened = { number: port, endTimeUtc: until, allowedSourceAddressPrefix: source };
  const body = JSON.stringify({ virtualMachines: [{ id: machine, ports: [opened] }] });
  const url = `${policy}/initiate?api-version=2020-01-01`;
  return az(
    parseResourceId(policy)?.subscriptionId ?? "",
    "rest",
    ...["--method", "post", "--url", url, "--body", body],
  );
}

/** Where the old endpoint stands, as the shell that runs the line asks Azure. */
const askedOf = (at: AzTarget, old: string, query: string): string =>
  `"$(${azIn(
    at,
    "network private-endpoint show",
    ...["--name", old, "--query", query, "--output", "tsv"],
  )})"`;

/** `old`: the name of the one in whose place it comes. `cluster`: by its id. */
type NewEndpoint = Readonly<{ at: AzTarget; old: string; cluster: string }>;

function endpointLine({ at, old, cluster }: NewEndpoint): string {
  const { name } = nameIn(at);
  const create = azIn(
    at,
    "network private-endpoint create",
    ...["--name", name, "--connection-name", name],
    ...["--private-connection-resource-id", cluster, "--group-id", "management"],
  );
  return `${create} --location ${askedOf(at, old, "location")} --subnet ${askedOf(at, old, "subnet.id")}`;
}

const kubectl = (...argv: readonly string[]): string => quoteArgv(["kubectl", ...argv]);

type Workload = Readonly<{ name: string; namespace: string }>;

/** Of a scope, which may be a subscription itself. */
const subscriptionIn = (scope: string): string => /^\/subscriptions\/([^/]+)/i.exec(scope)?.[1] ?? "";

export const shownActions = {
  signIn: shown<Readonly<{ tenant: string }>>(
    ({ tenant }) => quoteArgv(["az", "login", "--tenant", tenant]),
    () => ({ is: "signsIn" }),
  ),
  /** `scope`: an id. */
  grantRole: shown<Readonly<{ to: Assignee; role: string; scope: string }>>(
    ({ to, role, scope }) =>
      az(
        subscriptionIn(scope),
        "role assignment create",
        ...assigneeFlags(to),
        ...["--role", role, "--scope", scope],
      ),
    ({ role, scope }) => ({ is: "givesRole", role, on: nameOf(scope) }),
  ),
  loosenLock: shown<Readonly<{ id: string }>>(
    ({ id }) => az(subscriptionIn(id), "lock update", "--ids", id, "--lock-type", "CanNotDelete"),
    (values) => ({ is: "loosensLock", ...nameOfId(values) }),
  ),
  registerProvider: shown<Readonly<{ subscriptionId: string; namespace: string }>>(
    ({ subscriptionId, namespace }) => az(subscriptionId, "provider register", "--namespace", namespace),
    ({ namespace }) => ({ is: "registersProvider", name: namespace }),
  ),
  openWindow: shown<Window>(windowLine, ({ policy }) => ({ is: "asksForAccess", name: nameOf(policy) })),

  createEndpoint: shown<NewEndpoint>(
    endpointLine,
    ({ at }) => ({ is: "createsEndpoint", ...nameIn(at) }),
    ({ at }) => at,
  ),
  deleteEndpoint: byName({
    ...{ az: "network private-endpoint delete", flags: "name" },
    effect: ({ at }) => ({ is: "removesEndpoint", ...nameIn(at) }),
  }),
  /** Azure CLI's own command for it knows no relays. */
  approveRelayConnection: byId({
    ...{ az: "resource update", apiVersion: "2021-11-01" },
    argv: () => ["--set", "properties.privateLinkServiceConnectionState.status=Approved"],
    effect: (values) => ({ is: "approves", ...nameOfId(values) }),
  }),
  /** `subnet`: by its id. */
  letSubnetIn: byName<Readonly<{ subnet: string }>>({
    ...{ az: "storage account network-rule add", flags: "account-name" },
    argv: ({ subnet }) => ["--subnet", subnet],
    effect: ({ at, subnet }) => ({ is: "letsSubnetIn", subnet: nameOf(subnet), account: nameIn(at).name }),
  }),
  startContainers: byName({
    ...{ az: "container start", flags: "name" },
    effect: ({ at }) => ({ is: "startsContainers", ...nameIn(at) }),
  }),
  recoverVault: byName<Readonly<{ location: string }>>({
    ...{ az: "keyvault recover", flags: "name" },
    argv: ({ location }) => ["--location", location],
    effect: ({ at }) => ({ is: "recoversVault", ...nameIn(at) }),
  }),
  openVault: byName({
    ...{ az: "keyvault update", flags: "name" },
    argv: () => ["--public-network-access", "Enabled", "--default-action", "Allow"],
    effect: ({ at }) => ({ is: "opensVault", ...nameIn(at) }),
  }),

  uncordonNode: shown<Readonly<{ node: string }>>(
    ({ node }) => kubectl("uncordon", node),
    ({ node }) => ({ is: "uncordons", name: node }),
  ),
  restartDeployment: shown<Workload>(
    ({ name, namespace }) => kubectl("rollout", "restart", `deployment/${name}`, `--namespace=${namespace}`),
    ({ name }) => ({ is: "restarts", name: `deployment/${name}` }),
  ),
  deleteNetworkPolicy: shown<Workload>(
    ({ name, namespace }) => kubectl("delete", "networkpolicy", name, `--namespace=${namespace}`),
    ({ name }) => ({ is: "removesPolicy", name }),
  ),
};
