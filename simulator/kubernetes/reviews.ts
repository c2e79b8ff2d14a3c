// `kubectl auth can-i` and `auth whoami`: what the API server says about the caller's own rights.

import type { Attributes, KubernetesUser } from "./attributes.ts";
import { at, isFields, text } from "./kube-object.ts";
import { isProtobuf, type Message, messageAt, openEnvelope, textAt } from "./protobuf.ts";
import { groupsOf, type PolicyRule } from "./rbac.ts";

/** What is asked, whatever the encoding. Field numbers are those of Kubernetes' authorization/v1 protobuf. */
export type Review =
  | { kind: "resource"; attributes: Attributes }
  | { kind: "path"; verb: string; path: string }
  | { kind: "rules"; namespace: string };

/** Reads a SelfSubjectAccessReview or SelfSubjectRulesReview body; throws where it is neither JSON nor protobuf. */
export function readReview(resource: string, body: Buffer): Review {
  if (isProtobuf(body)) return readProtobuf(resource, messageAt(openEnvelope(body), 2));
  const spec = at(JSON.parse(body.toString("utf8")), "spec");
  if (resource === "selfsubjectrulesreviews") return { kind: "rules", namespace: text(spec, "namespace") };
  const path = at(spec, "nonResourceAttributes");
  if (isFields(path)) return { kind: "path", path: text(path, "path"), verb: text(path, "verb") };
  const asked = at(spec, "resourceAttributes");
  return resourceReview((field) => text(asked, field));
}

const attributeFields = { namespace: 1, verb: 2, group: 3, resource: 5, subresource: 6, name: 7 };
type AttributeField = keyof typeof attributeFields;

function readProtobuf(resource: string, spec: Message): Review {
  if (resource === "selfsubjectrulesreviews") return { kind: "rules", namespace: textAt(spec, 1) };
  if (spec.has(2)) {
    const path = messageAt(spec, 2);
    return { kind: "path", path: textAt(path, 1), verb: textAt(path, 2) };
  }
  const asked = messageAt(spec, 1);
  return resourceReview((field) => textAt(asked, attributeFields[field]));
}

function resourceReview(read: (field: AttributeField) => string): Review {
  const attributes = {
    verb: read("verb"),
    group: read("group"),
    resource: read("resource"),
    subresource: read("subresource"),
    namespace: read("namespace"),
    name: read("name"),
  };
  return { kind: "resource", attributes };
}

export function accessReview(allowed: boolean): unknown {
  return {
    kind: "SelfSubjectAccessReview",
    apiVersion: "authorization.k8s.io/v1",
    metadata: {},
    spec: {},
    status: { allowed },
  };
}

/** `rules` is null where an authorizer decides that cannot list its rules, as Azure's. */
export function rulesReview(rules: PolicyRule[] | null): unknown {
  const listed = rules ?? [];
  const status = {
    resourceRules: listed.filter((rule) => rule.resources.length > 0),
    nonResourceRules: listed.filter((rule) => rule.nonResourceURLs.length > 0),
    incomplete: rules === null,
    ...(rules === null
      ? { evaluationError: "webhook authorizer does not support user rule resolution" }
      : {}),
  };
  return {
    kind: "SelfSubjectRulesReview",
    apiVersion: "authorization.k8s.io/v1",
    metadata: {},
    spec: {},
    status,
  };
}

export function selfReview(user: KubernetesUser): unknown {
  const extra = user.objectId === null ? {} : { extra: { oid: [user.objectId] } };
  return {
    kind: "SelfSubjectReview",
    apiVersion: "authentication.k8s.io/v1",
    metadata: {},
    status: { userInfo: { username: user.username, groups: groupsOf(user), ...extra } },
  };
}
