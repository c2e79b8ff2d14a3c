// Managed clusters: start, stop, the rotation of certificates, and the kubeconfigs that get-credentials asks for.
import type { Reply } from "../http.ts";
import { type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import type { World } from "../world.ts";
import { armError, resourceNotFound } from "./arm-errors.ts";
import { parseArmPath } from "./arm-path.ts";
import { type ArmHandler, type ArmRequest, refuse } from "./arm-request.ts";
import { endOperation } from "./cluster-operations.ts";
import type { KubernetesConnection } from "./kubernetes-clusters.ts";
import { nodeGroupOf } from "./node-group.ts";
import type { Resource } from "./resource-store.ts";

async function withCluster(
  request: ArmRequest,
  answer: (cluster: Resource) => Reply | Promise<Reply>,
): Promise<Reply> {
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  const cluster = request.world.store.get(request.path.parent);
  return cluster === undefined ? resourceNotFound(parseArmPath(request.path.parent)) : answer(cluster);
}

/** The CLI insists on a long-running answer here; the work is done when it looks for the first time. */
export const startCluster: ArmHandler = (request) =>
  withCluster(request, (cluster) => {
    setPower(cluster, "Running");
    connectPrivately(request.world, cluster);
    endOperation(request.world, cluster.id);
    return accepted(request);
  });

/** A stopped private cluster has no private name and no endpoint connection. */
export const stopCluster: ArmHandler = (request) =>
  withCluster(request, (cluster) => {
    setPower(cluster, "Stopped");
    delete cluster.properties.privateFQDN;
    for (const { id } of connectionsOf(request.world, cluster)) request.world.store.delete(id);
    return accepted(request);
  });

/** The API server keeps the certificates of this machine; that they were rotated stands in the activity log. */
export const rotateCertificates: ArmHandler = (request) =>
  withCluster(request, (cluster) => {
    endOperation(request.world, cluster.id);
    return accepted(request);
  });

/** Where a long-running operation is asked after; every one is done. */
export const operationResult: ArmHandler = () => ({ status: 204 });

function accepted({ world, path, call }: ArmRequest): Reply {
  const version = call.query.get("api-version") ?? "";
  const base = `${world.url}/subscriptions/${path.subscriptionId}/providers/Microsoft.ContainerService`;
  const location = `${base}/locations/westeurope/operationresults/${crypto.randomUUID()}?api-version=${version}`;
  return { status: 202, headers: { location, "retry-after": "1" } };
}

function setPower(cluster: Resource, code: "Running" | "Stopped"): void {
  cluster.properties.powerState = { code };
  for (const pool of listOf(cluster.properties.agentPoolProfiles).map(objectOf)) pool.powerState = { code };
}

function connectionsOf(world: World, cluster: Resource): Resource[] {
  return world.store.list(
    "Microsoft.ContainerService/managedClusters/privateEndpointConnections",
    cluster.id,
  );
}

// A start connects AKS's own endpoint again and gives the private name back that its zone still holds.
function connectPrivately(world: World, cluster: Resource): void {
  const { apiServerAccessProfile } = cluster.properties;
  if (objectOf(apiServerAccessProfile).enablePrivateCluster !== true) return;
  const nodeGroup = nodeGroupOf(cluster);
  const endpoint = world.store.get(
    `${nodeGroup}/providers/Microsoft.Network/privateEndpoints/kube-apiserver`,
  );
  if (endpoint !== undefined && connectionsOf(world, cluster).length === 0) {
    world.store.put(`${cluster.id}/privateEndpointConnections/kube-apiserver`, {
      properties: {
        privateEndpoint: { id: endpoint.id },
        privateLinkServiceConnectionState: { status: "Approved", description: "Auto Approved" },
      },
    });
  }
  const zoneId = textOf(objectOf(apiServerAccessProfile).privateDNSZone);
  const zones = world.store.list("Microsoft.Network/privateDnsZones", nodeGroup);
  const zone = world.store.get(zoneId) ?? zones[0];
  const record = zone && world.store.list("Microsoft.Network/privateDnsZones/A", zone.id)[0];
  if (zone !== undefined && record !== undefined)
    cluster.properties.privateFQDN = `${record.name}.${zone.name}`;
}

export const userCredential: ArmHandler = (request) =>
  withCluster(request, async (cluster) => {
    const connection = await request.world.kubernetes.connect(cluster.id);
    const isEntra = objectOf(cluster.properties.aadProfile).managed === true;
    const user = isEntra ? kubelogin(request.world) : { token: connection.adminToken };
    return credentials(cluster, "clusterUser", user, connection);
  });

export const adminCredential: ArmHandler = (request) =>
  withCluster(request, async (cluster) => {
    if (cluster.properties.disableLocalAccounts === true) {
      const message =
        "Getting static credential is not allowed because this cluster is set to disable local accounts.";
      return armError(400, "BadRequest", message);
    }
    const connection = await request.world.kubernetes.connect(cluster.id);
    return credentials(cluster, "clusterAdmin", { token: connection.adminToken }, connection);
  });

function kubelogin(world: World): JsonObject {
  return {
    exec: {
      apiVersion: "client.authentication.k8s.io/v1beta1",
      command: "kubelogin",
      args: [
        "get-token",
        "--server-id",
        "6dae42f8-4368-4678-94ff-3960e28e3630",
        "--tenant-id",
        world.scenario.tenantId,
      ],
      env: null,
      interactiveMode: "IfAvailable",
    },
  };
}

// JSON is YAML, so the kubeconfig can be written as the one and read as the other.
function credentials(cluster: Resource, kind: string, user: JsonObject, server: KubernetesConnection): Reply {
  const userName = `${kind}_${parseArmPath(cluster.id).resourceGroup}_${cluster.name}`;
  const kubeconfig = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name: cluster.name,
        cluster: {
          server: server.url,
          "certificate-authority-data": Buffer.from(server.caPem).toString("base64"),
        },
      },
    ],
    users: [{ name: userName, user }],
    contexts: [{ name: cluster.name, context: { cluster: cluster.name, user: userName } }],
    "current-context": cluster.name,
  };
  const value = Buffer.from(JSON.stringify(kubeconfig)).toString("base64");
  return { status: 200, body: { kubeconfigs: [{ name: kind, value }] } };
}
