// Whether Teams would take a manifest: Microsoft's published schema, and that no placeholder is left. No network.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import draft04 from "ajv-draft-04";
import addFormats from "ajv-formats";

const root = join(import.meta.dirname, "../..");
const require = createRequire(join(root, "package.json"));

/** One sentence for each thing that Teams would refuse; empty when it would take it. */
export async function checkManifest(manifest: Readonly<Record<string, unknown>>): Promise<string[]> {
  return [...leftOver(manifest), ...(await againstSchema(manifest))];
}

const leftOver = (manifest: unknown): string[] =>
  [...new Set(JSON.stringify(manifest).match(/\$\{[^}"]*\}?/g))].map(
    (text) => `manifest.json still says ${text}: no setting of this name exists.`,
  );

async function againstSchema(manifest: Readonly<Record<string, unknown>>): Promise<string[]> {
  const version = String(manifest.manifestVersion);
  const schema = await publishedSchema(version);
  if (schema === null) return [`manifest.json: no schema is known for manifestVersion ${version}.`];
  const ajv = new draft04.default({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validate(manifest);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `manifest.json${instancePath || "/"} ${message ?? "is not valid"}.`,
  );
}

/** As `@microsoft/app-manifest` ships it; null for a version that it does not know. */
async function publishedSchema(version: string): Promise<object | null> {
  const shipped = dirname(require.resolve("@microsoft/app-manifest/package.json"));
  const file = join(shipped, "build/json-schemas/teams", `v${version}`, "MicrosoftTeams.schema.json");
  const text = /^[\w.]+$/.test(version) ? await readFile(file, "utf8").catch(() => null) : null;
  return text === null ? null : JSON.parse(text);
}
