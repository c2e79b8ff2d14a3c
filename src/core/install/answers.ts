// The five answers that `install` works by. They are all that nobody can look up in Azure.
import { z } from "zod";

/** `shownBy`: the line that shows it. */
const guidShownBy = (shownBy: string) =>
  z
    .guid({ error: `must be an id like 11111111-2222-3333-4444-555555555555 (${shownBy} shows it)` })
    .toLowerCase();

/** REGISTRY/NAME:VERSION, or with a digest. */
export const imageAddress = /^[\w.-]+(:\d+)?\/[\w./-]+[:@][\w.:-]+$/;

/** Where the bot runs: in Azure Container Apps, made by `install`, or at an address that somebody else looks after. */
const runsAt = z.union([
  z.literal("container-apps"),
  z.string().regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$/, {
    error:
      "must be the address of an image with its version, REGISTRY/aks-oncall:VERSION, or the https:// address of the bot, a host alone",
  }),
]);

export const answersSchema = z.strictObject({
  tenantId: guidShownBy("az account show"),
  subscriptionId: guidShownBy("az account list"),
  /** As Azure names it: `westeurope`. */
  region: z.string().regex(/^[a-z][a-z0-9]+$/, "must be a region's name like westeurope"),
  /** Entra groups whose members may use the bot, by name or object id. */
  groups: z.array(z.string().trim().min(1)).min(1, "must name at least one group"),
  runsAt,
  /** For Container Apps: where the image of this release is, with its tag or digest. */
  image: z
    .string()
    .regex(imageAddress, "must be the address of an image with its version, REGISTRY/aks-oncall:VERSION")
    .optional(),
  /**
   * For a host of one's own: whose tokens the app registration trusts in place of a secret, and of whom. AKS has an OIDC
   * issuer, and the chart runs the bot as this service account.
   */
  issuer: z.url({ protocol: /^https$/, error: "must be the https:// address of an OIDC issuer" }).optional(),
  subject: z.string().default("system:serviceaccount:oncall:aks-oncall"),
  /** Of this installation, in its tenant and its subscription: a second one takes another. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{2,18}[a-z0-9]$/, "must be 4 to 20 small letters, digits and dashes")
    .default("aks-oncall"),
});

export type Answers = z.output<typeof answersSchema>;

export const isOwnHost = ({ runsAt }: Pick<Answers, "runsAt">): boolean => runsAt !== "container-apps";

/** The server of an Azure registry, from which the image is pulled as the bot's identity; null for any other. */
export const registryOf = ({ runsAt, image = "" }: Pick<Answers, "runsAt" | "image">): string | null =>
  runsAt === "container-apps"
    ? (/^([a-z0-9-]+\.azurecr\.io)\//i.exec(image)?.[1]?.toLowerCase() ?? null)
    : null;

/** Asked in this order. */
export const questions = ["tenantId", "subscriptionId", "region", "groups", "runsAt"] as const;
export type Question = (typeof questions)[number];

/** What stands as a tag on all that this installation makes, so that nothing else is ever changed or deleted. */
export const markOf = ({ name, subscriptionId }: Answers): string => `aks-oncall/${name}/${subscriptionId}`;
