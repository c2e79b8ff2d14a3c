// Key vaults that were deleted, and can be brought back: https://learn.microsoft.com/azure/key-vault/general/key-vault-recovery
import { jsonBody, type Reply } from "../http.ts";
import { objectOf, textOf } from "../json.ts";
import type { World } from "../world.ts";
import { armError } from "./arm-errors.ts";
import { isWithin, parseArmPath, sameId } from "./arm-path.ts";
import { type ArmHandler, type ArmRequest, pageOf, refuse } from "./arm-request.ts";
import { present } from "./present.ts";
import type { Resource } from "./resource-store.ts";
import { handleResource } from "./resources.ts";

const deletedType = "Microsoft.KeyVault/locations/deletedVaults";

const deletedIn = ({ world, path }: ArmRequest): Resource[] =>
  world.store
    .all()
    .filter(
      ({ id, type }) => sameId(type, deletedType) && isWithin(`/subscriptions/${path.subscriptionId}`, id),
    );

/** `GET /subscriptions/{s}/providers/Microsoft.KeyVault/deletedVaults`: of every region. */
export const deletedVaults: ArmHandler = (request) =>
  refuse(request) ??
  pageOf(
    request,
    deletedIn(request).map((item) => present(request.world, item)),
  );

/** Kept for as long as the vault says, under its name. */
export const deleteVault: ArmHandler = async (request): Promise<Reply> => {
  const { world, path } = request;
  const vault = world.store.get(path.text);
  const reply = await handleResource(request);
  if (reply.status === 200 && vault !== undefined) keepDeleted(request.world, vault);
  return reply;
};

/** Of a resource group that is deleted too. */
export function keepDeleted({ store }: World, { id, name, location, properties, tags }: Resource): void {
  const days = Number(properties.softDeleteRetentionInDays ?? 90);
  const until = new Date(Date.now() + days * 86_400_000).toISOString();
  store.load({
    id: `/subscriptions/${parseArmPath(id).subscriptionId}/providers/Microsoft.KeyVault/locations/${textOf(location)}/deletedVaults/${name}`,
    properties: { vaultId: id, location: location ?? null, tags: tags ?? {}, scheduledPurgeDate: until },
  });
}

/** `POST …/locations/{region}/deletedVaults/{name}/purge`. */
export const purgeVault: ArmHandler = (request) => {
  const { world, path } = request;
  const refusal = refuse(request, "Microsoft.KeyVault/locations/deletedVaults/purge/action", path.parent);
  if (refusal !== null) return refusal;
  return world.store.delete(path.parent)
    ? { status: 200 }
    : armError(
        404,
        "DeletedVaultNotFound",
        `The deleted vault '${path.parent.split("/").at(-1)}' does not exist.`,
      );
};

/** A PUT that says `recover` brings a deleted vault back; any other is one like all. */
export const putVault: ArmHandler = async (request): Promise<Reply> => {
  const { path, call, world } = request;
  const isRecovery = textOf(objectOf(jsonBody(call).properties).createMode) === "recover";
  const deleted = deletedIn(request).find(({ properties }) => sameId(textOf(properties.vaultId), path.text));
  if (isRecovery && deleted === undefined)
    return armError(404, "DeletedVaultNotFound", `The deleted vault '${path.name}' does not exist.`);
  if (!isRecovery && deletedIn(request).some(({ name }) => sameId(name, path.name ?? ""))) {
    const message = `A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault. Follow this link https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.`;
    return armError(409, "ConflictError", message);
  }
  const reply = await handleResource(request);
  if (isRecovery && reply.status < 300) world.store.delete(deleted?.id ?? "");
  return reply;
};
