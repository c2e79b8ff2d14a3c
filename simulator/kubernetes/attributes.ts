// Who asks the API server, and for what: the words that authorization is decided in.

/** Who calls the API server, as the bearer token says. */
export type KubernetesUser = { username: string; groups: string[]; objectId: string | null };

/** Attributes of one request, Kubernetes' names. Empty text where an attribute does not apply. */
export type Attributes = {
  verb: string;
  group: string;
  resource: string;
  subresource: string;
  namespace: string;
  name: string;
};

/** A decision made outside the cluster, as Azure RBAC for Kubernetes makes it. */
export type Authorize = (user: KubernetesUser, attributes: Attributes) => Promise<boolean> | boolean;
