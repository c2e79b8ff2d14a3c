// Deployments of templates, to a resource group or a subscription: validated, foreseen (what-if), made and looked at.
// https://learn.microsoft.com/rest/api/resources/deployments
import { createHash } from "node:crypto";
import { type Call, jsonBody, type Reply } from "../../http.ts";
import { type JsonObject, objectOf, parseJson, textOf } from "../../json.ts";
import { armError } from "../arm-errors.ts";
import { parseArmPath } from "../arm-path.ts";
import { type ArmHandler, type ArmRequest, pageOf, refuse } from "../arm-request.ts";
import { resourceGroup } from "../resources.ts";
import { type Deployment, isDone, shownDeployment, shownOperation } from "./deployment.ts";
import { type Answer, makeAll } from "./make-all.ts";
import { TemplateError } from "./parse-expression.ts";
import { refusedBefore, registerProviders } from "./preflight.ts";
import { type Plan, planOf, type Where } from "./template.ts";
import { whatIfResult } from "./what-if.ts";

const type = "microsoft.resources/deployments";

/** `answer`: as a request for one resource is answered. */
export const deploymentHandlers = (answer: Answer): Readonly<Record<string, ArmHandler>> => ({
  [`POST ${type}/validate`]: validate,
  [`POST ${type}/whatif`]: whatIf,
  [`POST ${type}/cancel`]: cancel,
  [`PUT ${type}`]: (request) => deploy(request, answer),
  [`GET ${type}`]: read,
  [`HEAD ${type}`]: read,
  [`DELETE ${type}`]: forget,
  [`GET ${type}/operations`]: operations,
  [`GET ${type}/operationstatuses`]: status,
  "GET microsoft.resources/subscriptions/operationresults": whatIfAnswer,
  "POST microsoft.resources/calculatetemplatehash": ({ call }) => ({
    status: 200,
    body: { minifiedTemplate: call.body, templateHash: hashOf(jsonBody(call)) },
  }),
});

/** The same for the same template; Azure computes another one. */
const hashOf = (template: JsonObject): string =>
  BigInt(`0x${createHash("sha256").update(JSON.stringify(template)).digest("hex").slice(0, 15)}`).toString();

/** The Azure CLI writes the name `template` without quotes before a template's own text, and the service takes that. */
const bodyOf = (call: Call): JsonObject =>
  objectOf(parseJson(call.body) ?? parseJson(call.body.replace(", template:", ', "template":')));

/** The deployment that an operation of it is asked for. */
const deploymentId = ({ path }: ArmRequest): string =>
  path.type.toLowerCase() === type ? path.text : (/^(.*\/deployments\/[^/]+)/i.exec(path.text)?.[1] ?? "");

const deploymentOf = (request: ArmRequest): Deployment | undefined =>
  request.world.deployments.byId.get(deploymentId(request).toLowerCase());

function whereOf(request: ArmRequest): Where {
  const { world, path, call } = request;
  const location = textOf(bodyOf(call).location);
  const id = `/subscriptions/${path.subscriptionId}`;
  const groupNamed = (name: string): JsonObject => ({
    ...resourceGroup(request, `${id}/resourceGroups/${name}`),
    ...(location === "" ? {} : { location }),
  });
  return {
    subscription: { id, subscriptionId: path.subscriptionId ?? "", tenantId: world.scenario.tenantId },
    resourceGroup: path.resourceGroup === null ? null : groupNamed(path.resourceGroup),
    groupNamed,
  };
}

type Read = Readonly<{ ok: true; plan: Plan } | { ok: false; reply: Reply }>;

function planFrom(request: ArmRequest): Read {
  const { template, parameters, mode } = objectOf(bodyOf(request.call).properties);
  const invalid = (message: string): Read => ({
    ok: false,
    reply: armError(400, "InvalidTemplate", `Deployment template validation failed: '${message}'.`),
  });
  if (textOf(mode).toLowerCase() !== "incremental")
    return invalid("Only the mode 'Incremental' is known here.");
  try {
    return { ok: true, plan: planOf(objectOf(template), objectOf(parameters), whereOf(request)) };
  } catch (error) {
    if (error instanceof TemplateError) return invalid(error.message);
    throw error;
  }
}

/** What `validate`, `whatIf` and the deployment itself look at first. */
function checked(request: ArmRequest, action?: string): Read {
  const refusal = refuse(request, action, deploymentId(request));
  if (refusal !== null) return { ok: false, reply: refusal };
  const read = planFrom(request);
  if (!read.ok) return read;
  const refused = refusedBefore(request, read.plan);
  return refused === null ? read : { ok: false, reply: refused };
}

function validate(request: ArmRequest): Reply {
  const read = checked(request, "Microsoft.Resources/deployments/validate/action");
  if (!read.ok) return read.reply;
  const { parameters, resources } = read.plan;
  const id = deploymentId(request);
  return {
    status: 200,
    body: {
      ...{ id, name: parseArmPath(id).name, type: "Microsoft.Resources/deployments" },
      properties: {
        ...{ parameters, mode: "Incremental", provisioningState: "Succeeded" },
        ...{ timestamp: new Date().toISOString(), duration: "PT0S", correlationId: crypto.randomUUID() },
        ...{ providers: [], validatedResources: resources.map((each) => ({ id: each.id })) },
      },
    },
  };
}

/** 202 with the place of the answer, as the service does. */
function whatIf(request: ArmRequest): Reply {
  const { world, path, call } = request;
  const read = checked(request, "Microsoft.Resources/deployments/whatIf/action");
  if (!read.ok) return read.reply;
  const id = crypto.randomUUID();
  world.deployments.whatIfs.set(id, { status: 200, body: whatIfResult(request, read.plan) });
  const version = call.query.get("api-version") ?? "";
  const location = `${world.url}/subscriptions/${path.subscriptionId}/operationresults/${id}?api-version=${version}`;
  return { status: 202, headers: { location, "retry-after": "1" } };
}

const whatIfAnswer: ArmHandler = ({ world, path }) =>
  world.deployments.whatIfs.get(path.name ?? "") ??
  armError(404, "NotFound", `The operation '${path.name}' is not found.`);

async function deploy(request: ArmRequest, answer: Answer): Promise<Reply> {
  const { world, path, call } = request;
  const read = checked(request);
  if (!read.ok) return read.reply;
  const before = deploymentOf(request);
  if (before !== undefined && !isDone(before)) {
    const message = `Unable to edit or replace deployment '${path.name}': previous deployment from '${before.startedAt.toISOString()}' is still active. Please see https://aka.ms/arm-deploy for usage details.`;
    return armError(409, "DeploymentActive", message);
  }
  registerProviders(request, read.plan);
  const body = bodyOf(call);
  const deployment: Deployment = {
    ...{ id: path.text, name: path.name ?? "", state: "Accepted", startedAt: new Date(), endedAt: null },
    ...{ correlationId: crypto.randomUUID(), template: objectOf(objectOf(body.properties).template) },
    ...{ tags: objectOf(body.tags), location: textOf(body.location) || null, plan: read.plan },
    ...{ operations: [], outputs: {}, error: null },
  };
  world.deployments.byId.set(path.text.toLowerCase(), deployment);
  const shown = shownDeployment(deployment, hashOf(deployment.template));
  void makeAll(request, deployment, answer);
  const version = call.query.get("api-version") ?? "";
  const statusUrl = `${world.url}${path.text}/operationStatuses/${deployment.correlationId}?api-version=${version}`;
  return {
    status: before === undefined ? 201 : 200,
    headers: { "azure-asyncoperation": statusUrl, "retry-after": "1" },
    body: shown,
  };
}

const notFound = ({ path }: ArmRequest): Reply =>
  armError(404, "DeploymentNotFound", `Deployment '${path.name ?? path.segment}' could not be found.`);

const read: ArmHandler = (request) => {
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  const { world, path } = request;
  if (path.name === null) {
    const begin = `${path.text.toLowerCase()}/`;
    const all = [...world.deployments.byId].filter(([id]) => id.startsWith(begin));
    return pageOf(
      request,
      all.map(([, each]) => shownDeployment(each, hashOf(each.template))),
    );
  }
  const found = deploymentOf(request);
  return found === undefined
    ? notFound(request)
    : { status: 200, body: shownDeployment(found, hashOf(found.template)) };
};

/** What it made stays. */
const forget: ArmHandler = (request) => {
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  request.world.deployments.byId.delete(request.path.text.toLowerCase());
  return { status: 204 };
};

const cancel: ArmHandler = (request) => {
  const refusal = refuse(request, "Microsoft.Resources/deployments/cancel/action", deploymentId(request));
  if (refusal !== null) return refusal;
  const found = deploymentOf(request);
  if (found === undefined) return notFound(request);
  if (isDone(found))
    return armError(409, "DeploymentCannotBeCancelled", "The deployment cannot be cancelled.");
  Object.assign(found, { state: "Canceled", endedAt: new Date() });
  return { status: 204 };
};

const operations: ArmHandler = (request) => {
  const refusal = refuse(request, "Microsoft.Resources/deployments/operations/read", deploymentId(request));
  if (refusal !== null) return refusal;
  const found = deploymentOf(request);
  return found === undefined
    ? notFound(request)
    : pageOf(
        request,
        found.operations.map((each) => shownOperation(found, each)),
      );
};

const status: ArmHandler = (request) => {
  const found = deploymentOf(request);
  if (found === undefined) return notFound(request);
  const { state, error } = found;
  const isUnderway = !isDone(found);
  return {
    status: 200,
    ...(isUnderway ? { headers: { "retry-after": "1" } } : {}),
    body: { status: state, ...(error === null ? {} : { error }) },
  };
};
