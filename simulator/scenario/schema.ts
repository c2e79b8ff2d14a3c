// The shape of a scenario: one JSON file that says everything the local Azure knows.
import { z } from "zod";
import { isBuiltInRole } from "../arm/roles.ts";
import { botAppId } from "../people.ts";
import { patchOperation } from "./json-patch.ts";

const guid = z
  .string()
  .regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i, "must be a GUID")
  .transform((text) => text.toLowerCase());
const armId = z.string().regex(/^\/(subscriptions\/[^/]+.*)?$/i, "must be an ARM id, /subscriptions/…");
const jsonObject = z.record(z.string(), z.json());

const principal = z.strictObject({
  oid: guid,
  displayName: z.string(),
  userPrincipalName: z.string(),
  /** False: the bot's sign-in page must be used first. */
  signedIn: z.boolean().default(true),
  /** In Entra, such as "Application Administrator". */
  directoryRoles: z.array(z.string()).optional(),
  /** What Azure Resource Manager wants to see in this person's token, and asks for by a challenge (JSON text). */
  armClaims: z.string().optional(),
  /** Makes the exchange for an audience (or `*`) fail as Entra would. */
  tokenErrors: z
    .record(
      z.string(),
      z.strictObject({
        error: z.string(),
        error_description: z.string(),
        suberror: z.string().optional(),
        claims: z.string().optional(),
        error_codes: z.array(z.number()).optional(),
      }),
    )
    .optional(),
});

/** An application's own identity in the tenant. */
const servicePrincipal = z.strictObject({ id: guid, appId: guid, displayName: z.string() });

const roleAssignment = z.union([
  z.strictObject({
    principalId: guid,
    scope: armId,
    role: z
      .string()
      .refine(isBuiltInRole, { error: "is not a role the local Azure knows; give actions instead" }),
  }),
  z.strictObject({
    principalId: guid,
    scope: armId,
    actions: z.array(z.string()),
    notActions: z.array(z.string()).default([]),
    dataActions: z.array(z.string()).default([]),
    notDataActions: z.array(z.string()).default([]),
  }),
]);

/** What Privileged Identity Management lets somebody activate. */
const roleEligibility = z.strictObject({
  principalId: guid,
  scope: armId,
  role: z.string().refine(isBuiltInRole, { error: "is not a role the local Azure knows" }),
});

const resource = z
  .object({
    id: armId,
    properties: jsonObject.default({}),
  })
  .catchall(z.json());

const change = z.strictObject({
  resourceId: armId,
  time: z.iso.datetime({ error: "must be a time, such as -PT2H" }),
  changedBy: z.string(),
  changeType: z.enum(["Create", "Update", "Delete"]),
  /** What the activity log calls it where that is not the type's write or delete, such as `…/stop/action`. */
  operation: z.string().optional(),
  /** By the path of the property. */
  changes: z
    .record(z.string(), z.strictObject({ before: z.json().optional(), after: z.json().optional() }))
    .default({}),
});

const limit = (bucket: number, perSecond: number) =>
  z
    .strictObject({
      bucket: z.number().min(1).default(bucket),
      perSecond: z.number().positive().default(perSecond),
    })
    .prefault({});

export const scenarioSchema = z.strictObject({
  name: z.string(),
  description: z.string().default(""),
  tenantId: guid,
  /** The bot's application id. */
  appId: guid.default(botAppId),
  subscriptions: z.array(z.strictObject({ subscriptionId: guid, displayName: z.string() })).min(1),
  principals: z.array(principal).default([]),
  groups: z
    .array(z.strictObject({ id: guid, displayName: z.string(), members: z.array(guid).default([]) }))
    .default([]),
  servicePrincipals: z.array(servicePrincipal).default([]),
  /** What differs in the product's own app registration, merged into a healthy one; `application: null`: there is none. */
  registration: z
    .strictObject({
      application: jsonObject.nullable().default({}),
      /** Scopes by the application id of the API; an empty text: no consent. */
      consents: z.record(guid, z.string()).default({}),
      consentType: z.enum(["AllPrincipals", "Principal"]).default("AllPrincipals"),
      /** Application ids of APIs of Microsoft's that the tenant does not know yet. */
      unknownApis: z.array(guid).default([]),
      /** Whether the tenant lets people without a role register applications. */
      usersMayRegister: z.boolean().default(false),
      /** Whether Azure Monitor's application may call the webhook. */
      alertRole: z.boolean().default(true),
    })
    .prefault({}),
  /** The same of the Azure Bot's properties, its OAuth connection and Teams' channel; null: it is not there. */
  azureBot: z
    .strictObject({
      bot: jsonObject.nullable().default({}),
      connection: jsonObject.nullable().default({}),
      channel: jsonObject.nullable().default({}),
    })
    .prefault({}),
  /** More groups than this leave the token and are named by `_claim_names`. */
  groupOverageLimit: z.number().int().min(0).default(200),
  roleAssignments: z.array(roleAssignment).default([]),
  roleEligibilities: z.array(roleEligibility).default([]),
  resources: z.array(resource).default([]),
  kubernetes: z
    .record(
      armId,
      z.strictObject({
        objects: z.array(jsonObject).default([]),
        /** What the API server says it is, where that is not what ARM says. */
        version: z.string().optional(),
        /** Checks of the API server's own health that fail, such as `etcd`. */
        failingChecks: z.array(z.string()).default([]),
      }),
    )
    .default({}),
  changes: z.array(change).default([]),
  /** `failsWith`: why AKS says that no command ran, such as `Unschedulable - …`. */
  runCommand: z
    .strictObject({ startDelayMs: z.number().min(0).default(1500), failsWith: z.string().optional() })
    .prefault({}),
  /** ARM refuses whoever asks for more than this; `{}` takes Azure's own numbers. Left out: nobody is refused. */
  throttling: z
    .strictObject({ reads: limit(250, 25), writes: limit(200, 10), deletes: limit(200, 10) })
    .optional(),
  /** Makes every list come in pages of this size. */
  pageSize: z.number().int().min(1).optional(),
});

/** A file that changes another one: its other keys replace the base's. */
export const variationSchema = z.looseObject({
  base: z.string(),
  patch: z.array(patchOperation).default([]),
});

export type Scenario = z.output<typeof scenarioSchema>;
export type ScenarioInput = z.input<typeof scenarioSchema>;
export type Principal = Scenario["principals"][number];
export type RoleAssignment = Scenario["roleAssignments"][number];
