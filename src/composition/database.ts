// The database that the settings name, and how the product signs in there.
import { databaseScope, databaseToken } from "../azure/entra/database-token.ts";
import type { DataLocation } from "../config/storage.ts";
import type { DatabaseLocation } from "../store/kit/connection.ts";

export function databaseOf(store: DataLocation): DatabaseLocation {
  if ("dataDir" in store || store.managedIdentity === undefined) return store;
  const { databaseUrl, managedIdentity } = store;
  const scope = databaseScope(new URL(databaseUrl).hostname);
  return scope === null ? { databaseUrl } : { databaseUrl, password: databaseToken(managedIdentity, scope) };
}
