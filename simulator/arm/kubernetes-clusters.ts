// The API servers behind the managed clusters: started when first needed, told who a token is and what Azure allows.
import type { Directory } from "../directory.ts";
import { kubernetesAudience } from "../entra/audiences.ts";
import type { Tokens } from "../entra/tokens.ts";
import { type Json, listOf, objectOf, textOf } from "../json.ts";
import type { KeyMaterial } from "../key-material.ts";
import type { Attributes, KubernetesUser } from "../kubernetes/attributes.ts";
import { type KubernetesCluster, startKubernetes, type Write } from "../kubernetes/cluster.ts";
import { settled } from "../kubernetes/controllers.ts";
import { systemObjects } from "../kubernetes/system-objects.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Access } from "./access.ts";
import { apiAddressOf } from "./api-address.ts";
import { sameId } from "./arm-path.ts";
import type { Resource, ResourceStore } from "./resource-store.ts";

export type KubernetesConnection = {
  url: string;
  caFile: string;
  caPem: string;
  /** A credential with all power, as clusters without Entra give to Run Command. */
  adminToken: string;
};

export type KubernetesClusters = {
  connect(clusterId: string): Promise<KubernetesConnection>;
  /** What their API servers were asked to change, oldest first; no dry runs. */
  writes(): Promise<readonly Write[]>;
  close(): Promise<void>;
};

type Options = {
  scenario: Scenario;
  store: ResourceStore;
  directory: Directory;
  access: Access;
  tokens: Tokens;
  keys: KeyMaterial;
};

/** Clusters of a scenario; one without Kubernetes objects is an empty cluster. */
export function createKubernetesClusters(options: Options): KubernetesClusters {
  const adminToken = crypto.randomUUID();
  const started = new Map<string, Promise<KubernetesCluster>>();
  return {
    connect: async (clusterId) => {
      const key = clusterId.toLowerCase();
      const starting = started.get(key) ?? start(options, clusterId, adminToken);
      started.set(key, starting);
      const { caFile, caPem } = options.keys;
      return { url: (await starting).url, caFile, caPem, adminToken };
    },
    writes: async () => (await Promise.all(started.values())).flatMap((cluster) => cluster.writes()),
    close: async () => {
      // One that could not start has nothing to close.
      for (const result of await Promise.allSettled(started.values())) {
        if (result.status === "fulfilled") await result.value.close();
      }
    },
  };
}

function start(options: Options, clusterId: string, adminToken: string): Promise<KubernetesCluster> {
  const { scenario, store, access, keys } = options;
  const entry = Object.entries(scenario.kubernetes).find(([id]) => sameId(id, clusterId));
  const cluster = store.get(clusterId);
  const entra = objectOf(cluster?.properties.aadProfile);
  const admins = listOf(entra.adminGroupObjectIDs).map(textOf);
  const usesAzureRbac = entra.managed === true && entra.enableAzureRBAC === true;
  const own = [...systemObjects, ...(entry?.[1].objects ?? []), ...adminGroupBinding(admins)];
  const apiAddress = cluster === undefined ? null : apiAddressOf(store, cluster);
  const version = entry?.[1].version ?? textOf(cluster?.properties.currentKubernetesVersion);
  return startKubernetes({
    objects: settled(own, { apiAddress, now: new Date() }),
    failingChecks: entry?.[1].failingChecks ?? [],
    ...(version === "" ? {} : { version }),
    authenticate: (token) => authenticate(options, token, adminToken),
    tls: { ...keys.tls, ca: keys.caPem },
    ...(usesAzureRbac && cluster !== undefined
      ? {
          authorize: (user: KubernetesUser, wanted: Attributes) =>
            authorize(access, cluster, admins, user, wanted),
        }
      : {}),
  });
}

/** AKS binds the groups named as administrators to cluster-admin. */
function adminGroupBinding(groupIds: readonly string[]): Json[] {
  if (groupIds.length === 0) return [];
  return [
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: { name: "aks-cluster-admin-binding-aad" },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "cluster-admin" },
      subjects: groupIds.map((name) => ({ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name })),
    },
  ];
}

async function authenticate(
  options: Options,
  token: string,
  adminToken: string,
): Promise<KubernetesUser | null> {
  if (token === adminToken) return { username: "masterclient", groups: ["system:masters"], objectId: null };
  const verified = await options.tokens.verify(token);
  if (!verified.ok || verified.identity.audience !== kubernetesAudience) return null;
  const { oid, name } = verified.identity;
  return { username: name, groups: [...options.directory.groupsOf(oid)], objectId: oid };
}

// Azure RBAC for Kubernetes: the data action of a request, at the cluster or at one namespace of it.
function authorize(
  access: Access,
  cluster: Resource,
  admins: readonly string[],
  user: KubernetesUser,
  wanted: Attributes,
): boolean {
  if (user.groups.includes("system:masters") || user.groups.some((group) => admins.includes(group)))
    return true;
  if (user.objectId === null) return false;
  const scope = wanted.namespace === "" ? cluster.id : `${cluster.id}/namespaces/${wanted.namespace}`;
  return access.allowsData(user.objectId, dataActionOf(wanted), scope);
}

const dataVerbs: Readonly<Record<string, string>> = {
  get: "read",
  list: "read",
  watch: "read",
  create: "write",
  update: "write",
  patch: "write",
  delete: "delete",
  deletecollection: "delete",
};

/** As AKS's authorization webhook names it: subresources count as their resource, but exec and its like do not. */
export function dataActionOf({ verb, group, resource, subresource }: Attributes): string {
  const base = `Microsoft.ContainerService/managedClusters/${group === "" ? "" : `${group}/`}${resource}`;
  if (resource === "pods" && ["exec", "attach", "portforward", "proxy"].includes(subresource)) {
    return `${base}/${subresource}/action`;
  }
  const action = dataVerbs[verb];
  return action === undefined ? `${base}/${verb}/action` : `${base}/${action}`;
}
