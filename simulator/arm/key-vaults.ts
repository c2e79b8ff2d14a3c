// Key vaults that were deleted, and can be brought back: https://learn.microsoft.com/azure/key-vault/general/key-vault-recovery
import { jsonBody, type Reply } from "../http.ts";
import { objectOf, textOf } from "../json.ts";
import { armError } from "./arm-errors.ts";
import { isWithin, sameId } from "./arm-path.ts";
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

/** A PUT that says `recover` brings a deleted vault back; any other is one like all. */
export const putVault: ArmHandler = async (request): Promise<Reply> => {
  const { path, call, world } = request;
  const isRecovery = textOf(objectOf(jsonBody(call).properties).createMode) === "recover";
  const deleted = deletedIn(request).find(({ properties }) => sameId(textOf(properties.vaultId), path.text));
  if (isRecovery && deleted === undefined)
    return armError(404, "DeletedVaultNotFound", `The deleted vault '${path.name}' does not exist.`);
  const reply = await handleResource(request);
  if (isRecovery && reply.status < 300) world.store.delete(deleted?.id ?? "");
  return reply;
};
