// ARM's refusals, in the words and shapes Azure uses.
import type { Reply } from "../http.ts";
import type { ArmPath } from "./arm-path.ts";

export function armError(status: number, code: string, message: string): Reply {
  return { status, body: { error: { code, message } } };
}

/** The sentence clients and people know; they read action and scope out of it. */
export function authorizationFailed(
  caller: { name: string; oid: string },
  action: string,
  scope: string,
): Reply {
  return armError(
    403,
    "AuthorizationFailed",
    `The client '${caller.name}' with object id '${caller.oid}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

export function subscriptionNotFound(id: string): Reply {
  return armError(404, "SubscriptionNotFound", `The subscription '${id}' could not be found.`);
}

export function resourceGroupNotFound(name: string): Reply {
  return armError(404, "ResourceGroupNotFound", `Resource group '${name}' could not be found.`);
}

export function parentNotFound(verb: "read" | "write" | "delete", path: ArmPath): Reply {
  const type = path.type.split("/").slice(1).join("/");
  return armError(
    404,
    "ParentResourceNotFound",
    `Failed to perform '${verb}' on resource(s) of type '${type}', because the parent resource '${path.parent}' could not be found.`,
  );
}

/** Record sets and children in Microsoft.Network have answers of their own. */
export function resourceNotFound(path: ArmPath): Reply {
  const depth = path.type.split("/").length;
  if (/^Microsoft\.Network\/privateDnsZones\/(A|AAAA|CNAME|MX|PTR|SOA|SRV|TXT)$/i.test(path.type)) {
    const message = `The resource record '${path.name}' does not exist in resource group '${path.resourceGroup}' of subscription '${path.subscriptionId}'.`;
    return { status: 404, body: { code: "NotFound", message } };
  }
  if (depth > 2 && /^Microsoft\.Network\/(?!privateDnsZones)/i.test(path.type)) {
    const message = `Resource ${path.text} not found.`;
    return { status: 404, body: { error: { code: "NotFound", message, details: [] } } };
  }
  const label = path.text.slice(path.text.toLowerCase().lastIndexOf("/providers/") + "/providers/".length);
  const [namespace = "", ...rest] = label.split("/");
  const types = rest.filter((_, index) => index % 2 === 0).join("/");
  const names = rest.filter((_, index) => index % 2 === 1).join("/");
  return armError(
    404,
    "ResourceNotFound",
    `The Resource '${namespace}/${depth > 2 ? rest.join("/") : `${types}/${names}`}' under resource group '${path.resourceGroup}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
}
