// The deployment of deploy/azure/template.json: foreseen by Azure itself, made by one request, and followed to its end.
// https://learn.microsoft.com/rest/api/resources/deployments
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Step } from "../../app/ports/install.ts";
import { type Answers, isOwnHost } from "../../core/install/answers.ts";
import {
  hostActions,
  isDeletedAlone,
  isToCreate,
  linesOf,
  parametersOf,
  typeAndName,
  valuesOf,
  whatIfShape,
} from "../../core/install/host.ts";
import type { Made } from "../../core/install/made.ts";
import { Refused } from "../../core/install/refused.ts";
import { armRead, groupPath, identityVersion, ownGroup } from "./host-group.ts";
import { nothing, type Requests } from "./requests.ts";

const version = "api-version=2024-03-01";
const deploymentIn = (scope: string): string =>
  `${scope}/providers/Microsoft.Resources/deployments/aks-oncall`;
const pathOf = (answers: Answers): string => deploymentIn(groupPath(answers));

const errorShape = z.object({ code: z.string(), message: z.string() });
const deploymentShape = z.object({
  tags: z.record(z.string(), z.string()).nullish(),
  properties: z.object({
    provisioningState: z.string(),
    parameters: z.record(z.string(), z.object({ value: z.unknown() })).nullish(),
    outputs: z
      .object({ endpoint: z.object({ value: z.string() }), botName: z.object({ value: z.string() }) })
      .nullish(),
    outputResources: z.array(z.object({ id: z.string() })).nullish(),
    error: errorShape.extend({ details: z.array(errorShape).nullish() }).nullish(),
  }),
});
type Deployment = z.infer<typeof deploymentShape>;

export type HostFiles = Readonly<{
  /** The text of deploy/azure/template.json. */
  template(): Promise<string>;
  /** The text of the policy; null where there is none yet. */
  policy(): Promise<string | null>;
}>;

type Wait = (milliseconds: number) => Promise<unknown>;
type Wanted = Readonly<{ template: HostTemplate; hash: string; parameters: ReturnType<typeof parametersOf> }>;

export function deploymentStep(requests: Requests, files: HostFiles, wait: Wait): Step {
  const wanted = async (made: Made): Promise<Wanted> => {
    imageIn(made.answers);
    const text = await files.template();
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
    return { template: templateIn(text), hash, parameters: parametersOf(made, await files.policy()) };
  };
  return {
    name: "deployment",
    byMarksAlone: true,
    needs: hostActions.map((azure) => ({ azure })),
    makes: ({ answers }) => [`deployment aks-oncall in ${answers.name}`],
    look: (made) => look(requests, made, wanted, wait),
    make: async (made) => {
      await follow(requests, made.answers, wait);
      const { template, hash, parameters } = await wanted(made);
      const properties = { mode: "Incremental", template, parameters: valuesOf(parameters) };
      const path = `${pathOf(made.answers)}?${version}`;
      await requests.arm(nothing, { method: "PUT", path, body: { tags: { template: hash }, properties } });
      const done = await follow(requests, made.answers, wait);
      return withOutputs(made, done ?? failed(made.answers, null));
    },
    takeBack: async ({ answers }) => takeBack(requests, answers, templateIn(await files.template()), wait),
    deletes: async ({ answers }) => {
      const own = await ownGroup(requests, answers);
      const { image } = answers;
      return {
        gone: own === null || own.others.length === 0 ? [] : own.ours.map(typeAndName),
        stays: isOwnHost(answers) || image === undefined ? [] : [{ is: "image", image }],
      };
    },
    undo: () => null,
  };
}

/** What was deployed from the same template with the same parameters, and has lost nothing since, is there. */
async function look(
  requests: Requests,
  made: Made,
  wanted: (made: Made) => Promise<Wanted>,
  wait: Wait,
): Promise<Awaited<ReturnType<Step["look"]>>> {
  const { answers } = made;
  const own = await ownGroup(requests, answers);
  const isGroupThere = own !== null;
  const want = await wanted(made);
  const changes = await foresee(
    requests,
    answers,
    isGroupThere ? asIs(want) : withGroup(want, answers),
    wait,
  );
  const theirs = own?.others.find(({ id, type }) => {
    const hasTags = want.template.resources.some(
      (each) => isSameId(each.type, type) && each.tags !== undefined,
    );
    return hasTags && changes.some((each) => isSameId(each.resourceId, id));
  });
  if (theirs !== undefined)
    throw new Refused({ is: "notOurs", what: `${theirs.type} ${theirs.id.split("/").at(-1)}` });
  const how = linesOf(changes);
  const found = isGroupThere
    ? await armRead(requests, `${pathOf(answers)}?${version}`, deploymentShape)
    : null;
  if (found === null || found.properties.provisioningState !== "Succeeded") return { is: "missing", how };
  const isSame =
    found.tags?.template === want.hash &&
    Object.entries(want.parameters).every(
      ([name, value]) => found.properties.parameters?.[name]?.value === value,
    );
  const next = withOutputs(made, found);
  return isSame && !changes.some(isToCreate)
    ? { is: "there", made: next }
    : { is: "differs", how, made: next };
}

type Foreseen = Readonly<{ ofGroup: boolean; body: object }>;

const asIs = ({ template, parameters }: Wanted): Foreseen => ({
  ofGroup: true,
  body: { properties: { mode: "Incremental", template, parameters: valuesOf(parameters) } },
});

/** Before the group is there, Azure foresees it and what is deployed into it at once. */
function withGroup({ template, parameters }: Wanted, { name, region }: Answers): Foreseen {
  const inner = { mode: "Incremental", template, parameters: valuesOf(parameters) };
  const whole = {
    $schema: "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    resources: [
      { type: "Microsoft.Resources/resourceGroups", apiVersion: "2022-09-01", name, location: region },
      {
        ...{ type: "Microsoft.Resources/deployments", apiVersion: "2022-09-01", name: "aks-oncall" },
        resourceGroup: name,
        dependsOn: [`[subscriptionResourceId('Microsoft.Resources/resourceGroups', '${name}')]`],
        properties: { ...inner, expressionEvaluationOptions: { scope: "inner" } },
      },
    ],
  };
  return {
    ofGroup: false,
    body: { location: region, properties: { mode: "Incremental", template: whole } },
  };
}

async function foresee(requests: Requests, answers: Answers, { ofGroup, body }: Foreseen, wait: Wait) {
  const scope = ofGroup ? groupPath(answers) : `/subscriptions/${answers.subscriptionId}`;
  const path = `${deploymentIn(scope)}/whatIf?${version}`;
  const begun = await requests.arm(whatIfShape.nullable(), { method: "POST", path, body });
  let result = begun.body;
  const location = begun.headers.get("location");
  while (result === null && location !== null) {
    await wait(2_000);
    const { pathname, search } = new URL(location);
    ({ body: result } = await requests.arm(whatIfShape.nullable(), {
      ...{ method: "GET", path: `${pathname}${search}` },
    }));
  }
  return result?.properties.changes ?? [];
}

/** Until it is done, whoever began it; null where there is none. */
async function follow(requests: Requests, answers: Answers, wait: Wait): Promise<Deployment | null> {
  for (;;) {
    const found = await armRead(requests, `${pathOf(answers)}?${version}`, deploymentShape);
    const state = found?.properties.provisioningState;
    if (state === undefined || ["Succeeded", "Failed", "Canceled"].includes(state)) return found;
    await wait(3_000);
  }
}

function withOutputs(made: Made, deployment: Deployment): Made {
  const { outputs } = deployment.properties;
  if (!outputs) return failed(made.answers, deployment);
  return { ...made, deployment: { endpoint: outputs.endpoint.value, botName: outputs.botName.value } };
}

function failed(answers: Answers, deployment: Deployment | null): never {
  const error = deployment?.properties.error;
  const { code = "DeploymentFailed", message = "the deployment did not end well" } =
    error?.details?.[0] ?? error ?? {};
  throw new Refused({ is: "service", request: `PUT ${pathOf(answers)}`, status: 409, code, message });
}

function imageIn({ runsAt, image }: Answers): void {
  if (runsAt !== "container-apps" || image !== undefined) return;
  throw new Refused({ is: "imageMissing" });
}

/** Only where others have something in the group too: else all of it goes with the group. */
async function takeBack(
  requests: Requests,
  answers: Answers,
  template: HostTemplate,
  wait: Wait,
): Promise<void> {
  const own = await ownGroup(requests, answers);
  if (own === null || own.others.length === 0) return;
  const found = await armRead(requests, `${pathOf(answers)}?${version}`, deploymentShape);
  const ours = own.ours.map(({ id }) => id);
  const made = found?.properties.outputResources?.map(({ id }) => id) ?? [];
  const isOurs = (id: string) => ours.some((each) => isAtOrBelow(id, each));
  const isLast = (id: string) => !made.some((each) => isAtOrBelow(each, id));
  // The last one first: what stands on another goes before it. The identity is of no deployment.
  const doomed = [
    ...made.filter((id) => isOurs(id) && isDeletedAlone(typeOf(id))).toReversed(),
    ...ours.filter(isLast),
  ];
  for (const id of doomed) {
    const path = `${id}?api-version=${versionOf(id, template)}`;
    await requests.arm(nothing, { method: "DELETE", path });
    while ((await armRead(requests, path, nothing)) !== null) await wait(3_000);
  }
}

const isSameId = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const isAtOrBelow = (id: string, scope: string): boolean =>
  `${id}/`.toLowerCase().startsWith(`${scope}/`.toLowerCase());

function typeOf(id: string): string {
  const [namespace, ...rest] = id.split("/providers/").at(-1)?.split("/") ?? [];
  return [namespace, ...rest.filter((_, index) => index % 2 === 0)].join("/");
}

const templateShape = z.looseObject({
  resources: z.array(z.looseObject({ type: z.string(), apiVersion: z.string() })),
});
type HostTemplate = z.infer<typeof templateShape>;

const templateIn = (text: string): HostTemplate => templateShape.parse(JSON.parse(text));

/** As the template asks its provider. */
function versionOf(id: string, { resources }: HostTemplate): string {
  const known = resources.find(({ type }) => type.toLowerCase() === typeOf(id).toLowerCase());
  return known?.apiVersion ?? identityVersion;
}
